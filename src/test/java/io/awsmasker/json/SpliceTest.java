package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.testing.Cases;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpliceTest {
    @Test
    void replacesInOrderAndKeepsTheRest() {
        Splice splice = new Splice(bytes("0123456789]"), 10);
        assertTrue(splice.isEmpty());
        splice.replace(0, 0, bytes("<"));
        splice.replace(2, 4, bytes("xyz"));
        splice.replace(4, 5, bytes(""));
        splice.replace(10, 10, bytes(">"));
        splice.replace(10, 10, bytes("!"));
        assertFalse(splice.isEmpty());
        assertEquals("<01xyz56789>!", new String(splice.toBytes(), UTF_8));
    }

    @Test
    void takesMoreReplacementsThanItBeganWith() {
        byte[] text = "ab".repeat(1_000).getBytes(UTF_8);
        Splice splice = new Splice(text, text.length);
        for (int i = 0; i < text.length; i += 2) {
            splice.replace(i, i + 1, bytes("cc"));
        }
        assertEquals("ccb".repeat(1_000), new String(splice.toBytes(), UTF_8));
    }

    @Test
    void refusesOverlapDisorderAndForeignPlaces() {
        Splice splice = new Splice(bytes("0123456789"), 8);
        assertThrows(IllegalArgumentException.class, () -> splice.replace(-1, 3, bytes("")));
        assertThrows(IllegalArgumentException.class, () -> splice.replace(7, 9, bytes("")));
        assertThrows(IllegalArgumentException.class, () -> splice.replace(5, 4, bytes("")));
        splice.replace(4, 6, bytes("x"));
        assertThrows(IllegalArgumentException.class, () -> splice.replace(5, 7, bytes("")));
        assertThrows(IllegalArgumentException.class, () -> splice.replace(2, 3, bytes("")));
        assertEquals("0123x67", new String(splice.toBytes(), UTF_8));
        assertThrows(IndexOutOfBoundsException.class, () -> new Splice(bytes("abc"), 4));
    }

    @Test
    void nothingReplacedIsNothingChanged() {
        Cases.run(1_000, random -> {
            byte[] text = RandomJson.text(random).getBytes(UTF_8);
            assertArrayEquals(text, new Splice(text, text.length).toBytes());
        });
    }

    @Test
    void aReplacedSubstringIsAllThatChanges() {
        int[] replaced = new int[1];
        Cases.run(10_000, random -> {
            byte[] text = RandomJson.text(random).getBytes(UTF_8);
            JsonIndex index = Indexed.text(text);
            int[] strings = IntStream.range(0, index.size())
                    .filter(n -> index.kind(n) == Kind.STRING || index.kind(n) == Kind.KEY)
                    .toArray();
            if (strings.length > 0) {
                replaced[0]++;
                replaceOne(index, strings[random.nextInt(strings.length)], random);
            }
        });
        assertTrue(replaced[0] > 5_000, "only " + replaced[0] + " cases had a string");
    }

    private static void replaceOne(JsonIndex index, int node, Random random) {
        String before = index.string(node);
        int i = boundary(before, random.nextInt(before.length() + 1));
        int j = boundary(before, i + random.nextInt(before.length() - i + 1));
        String with = random.nextInt(4) == 0 ? "" : RandomJson.string(random);
        StringBytes decoded = StringBytes.of(index, node);
        int start = decoded.rawOffset(decoded.start() + length(before.substring(0, i)));
        int end = decoded.rawOffset(decoded.start() + length(before.substring(0, j)));
        byte[] text = index.text();
        Splice splice = new Splice(text, text.length);
        splice.replace(start, end, JsonString.escape(with));
        byte[] after = splice.toBytes();

        assertTrue(index.start(node) <= start && end <= index.end(node), "replaced outside the string");
        assertArrayEquals(Arrays.copyOf(text, start), Arrays.copyOf(after, start));
        assertArrayEquals(
                Arrays.copyOfRange(text, end, text.length),
                Arrays.copyOfRange(after, after.length - (text.length - end), after.length));
        List<String> expected = Events.ofIndex(index);
        int event = IntStream.range(0, node)
                .map(n -> closedBefore(index, n, node) ? 2 : 1)
                .sum();
        String kind = index.kind(node) == Kind.KEY ? "name " : "string ";
        assertEquals(kind + before, expected.get(event));
        expected.set(event, kind + before.substring(0, i) + with + before.substring(j));
        assertEquals(expected, Events.ofJackson(after));
    }

    private static boolean closedBefore(JsonIndex index, int container, int node) {
        boolean holds = index.kind(container) == Kind.OBJECT || index.kind(container) == Kind.ARRAY;
        return holds && index.after(container) <= node;
    }

    private static int boundary(String string, int at) {
        boolean inside =
                at > 0 && at < string.length() && Character.isSurrogatePair(string.charAt(at - 1), string.charAt(at));
        return inside ? at + 1 : at;
    }

    private static int length(String string) {
        return string.codePoints()
                .map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                .sum();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
