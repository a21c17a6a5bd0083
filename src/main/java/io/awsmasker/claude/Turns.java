package io.awsmasker.claude;

import io.awsmasker.claude.RequestSpots.Signed;
import io.awsmasker.claude.Spot.Use;
import io.awsmasker.detect.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The beginnings of a conversation, each by a hash of all that decides how it is masked: the texts outside of its messages,
 * then message after message. Two beginnings with the same hash are masked alike, because masking asks for nothing else.
 * Blocks that Claude signed count only where they are unknown, since a client may leave them out later.
 */
final class Turns {
    /** The beginnings of what is no conversation. */
    static final Turns NONE = new Turns(new byte[0], List.of());

    private final byte[] outside;
    private final List<byte[]> messages;

    private Turns(byte[] outside, List<byte[]> messages) {
        this.outside = outside;
        this.messages = messages;
    }

    static Turns of(RequestSpots spots, String ruleset) {
        Digest before = new Digest().add(ruleset);
        List<Digest> digests = new ArrayList<>();
        for (int i = 0; i < spots.messages(); i++) {
            digests.add(new Digest());
        }
        for (Spot spot : spots.spots()) {
            if (spot.signed() < 0 && (spot.use() == Use.MASK || spot.use() == Use.CONTEXT)) {
                add(spot, spot.message() < 0 ? before : digests.get(spot.message()));
            }
        }
        return new Turns(before.bytes(), digests.stream().map(Digest::bytes).toList());
    }

    private static void add(Spot spot, Digest digest) {
        Passage passage = spot.maskable().passage();
        digest.add(spot.use().name() + spot.assistant() + spot.maskable().tokensStand());
        digest.add(passage.key() == null ? "" : passage.key());
        digest.add(passage.text(), passage.start(), passage.end());
    }

    /** Entry k is the hash of the conversation up to and without message k; the last one is that of all of it; empty for none. */
    List<String> hashes(List<Signed> signed, Set<String> known) {
        if (this == NONE) {
            return List.of();
        }
        List<Digest> unknown = new ArrayList<>();
        messages.forEach(message -> unknown.add(new Digest().add(message)));
        Digest first = new Digest().add(outside);
        for (Signed block : signed) {
            if (!known.contains(block.fingerprint())) {
                (block.message() < 0 ? first : unknown.get(block.message())).add(block.fingerprint());
            }
        }
        List<String> hashes = new ArrayList<>(messages.size() + 1);
        String last = first.text();
        hashes.add(last);
        for (Digest message : unknown) {
            last = new Digest().add(last).add(message.bytes()).text();
            hashes.add(last);
        }
        return hashes;
    }
}
