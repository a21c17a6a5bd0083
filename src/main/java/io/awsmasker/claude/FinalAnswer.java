package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.JsonSyntaxException;
import java.util.Set;

/**
 * Tells the answers that would be as good a second time: text and thoughts that Claude has brought to an end. One that has a
 * tool used, by the client or by Claude, is about a moment and a deed, and one that was cut off or refused may do better when
 * asked again.
 */
public final class FinalAnswer {
    private static final Set<String> ENDS = Set.of("end_turn", "stop_sequence");
    private static final Set<String> BLOCKS = Set.of("text", "thinking", "redacted_thinking");

    private FinalAnswer() {}

    /** Whether a whole answer is one; false for what is no message at all. */
    public static boolean is(byte[] answer) {
        JsonIndex index;
        try {
            index = JsonIndex.parse(answer, 0, answer.length, AnswerRestoring.MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            return false;
        }
        int container = index.member(JsonIndex.ROOT, "container");
        return string(index, JsonIndex.ROOT, "type").equals("message")
                && ENDS.contains(string(index, JsonIndex.ROOT, "stop_reason"))
                && (container < 0 || index.kind(container) == Kind.NULL)
                && hasPlainContent(index);
    }

    private static boolean hasPlainContent(JsonIndex index) {
        int content = index.member(JsonIndex.ROOT, "content");
        if (content < 0 || index.kind(content) != Kind.ARRAY) {
            return false;
        }
        int end = index.after(content);
        for (int block = content + 1; block < end; block = index.after(block)) {
            if (!BLOCKS.contains(string(index, block, "type"))) {
                return false;
            }
        }
        return true;
    }

    private static String string(JsonIndex index, int object, String member) {
        int node = index.member(object, member);
        return node >= 0 && index.kind(node) == Kind.STRING ? index.string(node) : "";
    }
}
