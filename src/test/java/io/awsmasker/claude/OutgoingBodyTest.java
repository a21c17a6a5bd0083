package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Replacement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is proved is what leaves, with spaces for nothing but what Claude wrote, wherever tokens have moved it. */
class OutgoingBodyTest {
    private final byte[] json = "[\"at 10.9\",\"Is 10.9 up?\",\"10.9 and \\u0041 8.8\",\"no\"]".getBytes(UTF_8);
    private final JsonIndex index = JsonIndex.parse(json, 0, json.length, 8);
    private final OutgoingBody body = new OutgoingBody(json);

    @Test
    void whatClaudeWroteIsBlankWhereItStandsBehindTokens() {
        body.masked(text(1), List.of(replacement(1, 3, "IPV4PRIV_001")), List.of());
        body.written(text(2), List.of(replacement(2, 3, "IPV4PRIV_001")));
        body.masked(text(3), List.of(replacement(3, 0, "N_1")), List.of());
        body.written(text(4), List.of());
        assertProved(
                "[\"at IPV4PRIV_001\",\"Is IPV4PRIV_001 up?\",\"N_1 and \\u0041 8.8\",\"no\"]",
                "[\"at IPV4PRIV_001\",\"   IPV4PRIV_001    \",\"N_1 and \\u0041 8.8\",\"  \"]");
    }

    @Test
    void nothingIsBlankWhereClaudeWroteNothing() {
        body.masked(text(1), List.of(replacement(1, 3, "IPV4PRIV_001")), List.of());
        assertProved(
                "[\"at IPV4PRIV_001\",\"Is 10.9 up?\",\"10.9 and \\u0041 8.8\",\"no\"]",
                "[\"at IPV4PRIV_001\",\"Is 10.9 up?\",\"10.9 and \\u0041 8.8\",\"no\"]");
    }

    @Test
    void whatStandsBeforeCannotBeToldAfterwards() {
        body.written(text(2), List.of());
        assertThrows(IllegalArgumentException.class, () -> body.written(text(1), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> body.masked(text(1), List.of(replacement(1, 3, "N_1")), List.of()));
    }

    private StringBytes text(int node) {
        return StringBytes.of(index, node);
    }

    /** Of the four bytes of an address. */
    private Replacement replacement(int node, int offset, String token) {
        int start = text(node).start() + offset;
        return new Replacement(start, start + 4, token);
    }

    private void assertProved(String leaves, String proved) {
        byte[] outgoing = body.outgoing();
        assertEquals(leaves, new String(outgoing, UTF_8));
        assertEquals(proved, new String(body.unproved().blanked(outgoing), UTF_8));

        byte[] opened = Arrays.copyOfRange(outgoing, 1, outgoing.length);
        assertEquals(proved.substring(1), new String(body.unproved().behind(1).blanked(opened), UTF_8));
    }
}
