package io.awsmasker.claude;

import io.awsmasker.mask.Replacement;
import java.util.List;
import java.util.Map;

/**
 * What is known of a request from earlier exchanges.
 *
 * @param signed for each block that is Claude's own beyond doubt, by its fingerprint, where tokens stood in its text
 * @param hashes of the conversation's beginnings, one for each message and one for the whole
 * @param turns the message counts of the requests in which the conversation was sent so far, this one last
 */
record Recollected(Map<String, List<Mark>> signed, List<String> hashes, List<Integer> turns) {
    /** Far more turns than a conversation has; one with more is masked as if it were new. */
    static final int MOST_TURNS = 2_000;

    /** The turn that a message was first sent in; what stands outside of the messages belongs to the first. */
    int turn(int message) {
        int turn = 0;
        while (turn < turns.size() - 1 && message >= turns.get(turn)) {
            turn++;
        }
        return turn;
    }

    /** The hash of the conversation as a whole; empty when this is none. */
    String conversation() {
        return hashes.isEmpty() ? "" : hashes.get(hashes.size() - 1);
    }

    /** The conversation up to and without this message. */
    String hash(int message) {
        return hashes.get(message);
    }

    /** The replacements that make Claude's text of the text that the client got. */
    static List<Replacement> replacements(List<Mark> marks, int start) {
        return marks.stream()
                .map(mark -> new Replacement(start + mark.start(), start + mark.start() + mark.length(), mark.token()))
                .toList();
    }
}
