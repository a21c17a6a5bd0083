package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NestingTest {
    @Test
    void theLimitCountsContainersThatAreOpen() {
        assertEquals(4, index("[{\"a\":1}]", 2).size());
        assertEquals(5, index("[[],{},[],0]", 2).size());
        assertEquals(1, index("0", 0).size());
        assertThrows(JsonSyntaxException.class, () -> index("[]", 0));
        JsonSyntaxException refusal = assertThrows(JsonSyntaxException.class, () -> index("[1,{\"a\":[]}]", 2));
        assertEquals(8, refusal.offset());
        assertTrue(refusal.problem().contains("the limit of 2"), refusal.problem());
    }

    @Test
    void aMillionClosedContainersAreRead() {
        int depth = 1_000_000;
        JsonIndex index = index("[".repeat(depth) + "]".repeat(depth), depth);
        assertEquals(depth, index.size());
        assertEquals(depth - 1, index.start(depth - 1));
        assertEquals(depth + 1, index.end(depth - 1));
        assertEquals(3 * (depth - 1), index.path(depth - 1, name -> true).length());
    }

    @Test
    void tenMillionOpenContainersAreRefusedWithoutOverflow() {
        byte[] text = new byte[10_000_000];
        Arrays.fill(text, (byte) '[');
        JsonSyntaxException unlimited =
                assertThrows(JsonSyntaxException.class, () -> JsonIndex.parse(text, 0, text.length, Integer.MAX_VALUE));
        assertEquals(text.length, unlimited.offset());
        JsonSyntaxException limited =
                assertThrows(JsonSyntaxException.class, () -> JsonIndex.parse(text, 0, text.length, 5_000));
        assertEquals(5_000, limited.offset());
    }

    private static JsonIndex index(String text, int maxDepth) {
        byte[] bytes = text.getBytes(UTF_8);
        return JsonIndex.parse(bytes, 0, bytes.length, maxDepth);
    }
}
