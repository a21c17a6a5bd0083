package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.json.JsonIndex.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonIndexTest {
    @Test
    void nodesStandInPreorderWithTheirPlaces() {
        JsonIndex index = Indexed.text(" {\"a\" : [1, \"x\\n\", {}], \"b\":null}\n");
        assertEquals(
                List.of(
                        "OBJECT 1-33 >8",
                        "KEY 3-4 >2",
                        "ARRAY 8-22 >6",
                        "NUMBER 9-10 >4",
                        "STRING 13-16 >5",
                        "OBJECT 19-21 >6",
                        "KEY 25-26 >7",
                        "NULL 28-32 >8"),
                IntStream.range(0, index.size())
                        .mapToObj(
                                n -> index.kind(n) + " " + index.start(n) + "-" + index.end(n) + " >" + index.after(n))
                        .toList());
        assertTrue(index.escaped(4));
        assertFalse(index.escaped(1));
    }

    @Test
    void aWindowOfTheArrayIsReadAndNothingAround() {
        byte[] text = "]]\"ab\"]]".getBytes(UTF_8);
        JsonIndex index = JsonIndex.parse(text, 2, 6, 0);
        assertSame(text, index.text());
        assertEquals(3, index.start(JsonIndex.ROOT));
        assertEquals(5, index.end(JsonIndex.ROOT));
        assertThrows(IndexOutOfBoundsException.class, () -> JsonIndex.parse(text, 2, 9, 0));
    }

    @Test
    void stringsAreDecodedAndOtherScalarsStandAsWritten() {
        JsonIndex index = Indexed.text(
                "[\"\\u0069-\\/\\\"\\\\\\b\\f\\n\\r\\t\\uD83d\\uDe00\u00e9\", \"\\ud83d\", -1.50E+3, true]");
        assertEquals("i-/\"\\\b\f\n\r\t\ud83d\ude00\u00e9", index.string(1));
        assertEquals("\ud83d", index.string(2));
        assertEquals("-1.50E+3", index.string(3));
        assertEquals("true", index.string(4));
    }

    @Test
    void aWordIsRecognisedHoweverItIsWritten() {
        JsonIndex index = Indexed.text(
                "[\"type\", \"\\u0074\\u0079p\\u0065\", \"typ\", \"types\", \"typ\u00e9\", \"ty\\u0070\\u0165\", true]");
        assertTrue(index.is(1, "type"));
        assertTrue(index.is(2, "type"));
        for (int node = 3; node <= 6; node++) {
            assertFalse(index.is(node, "type"), index.string(node));
        }
        assertFalse(index.is(7, "true"), "a word is no string");
        assertTrue(Indexed.text("\"\"").is(JsonIndex.ROOT, ""));
    }

    @Test
    void theLastOfSeveralMembersCounts() {
        JsonIndex index = Indexed.text("{\"a\":1,\"type\":{\"type\":2},\"\\u0074ype\":3,\"b\":4}");
        assertEquals("3", index.string(index.member(JsonIndex.ROOT, "type")));
        assertEquals(-1, index.member(JsonIndex.ROOT, "typ"));
        assertEquals(-1, index.member(2, "a"), "a number has no members");
        assertEquals(-1, Indexed.text("[\"type\", 1]").member(JsonIndex.ROOT, "type"), "an array has no members");
        assertEquals("2", index.string(index.member(index.member(JsonIndex.ROOT, "a") + 2, "type")));
    }

    @Test
    void pathsHideNamesThatMayNotBeShown() {
        JsonIndex index =
                Indexed.text("{\"messages\":[0,{\"content\":[[],{\"i-0abc\":{\"x\":{\"text\":\"t\"}},\"text\":1}]}]}");
        Set<String> shown = Set.of("messages", "content", "text");
        assertEquals("", index.path(JsonIndex.ROOT, shown::contains));
        assertEquals("messages[0]", index.path(3, shown::contains));
        List<String> paths = IntStream.range(0, index.size())
                .filter(n -> index.kind(n) == Kind.STRING || index.kind(n) == Kind.KEY)
                .mapToObj(n -> index.path(n, shown::contains))
                .toList();
        assertEquals(
                List.of(
                        "messages",
                        "messages[1].content",
                        "messages[1].content[1].<member 0>",
                        "messages[1].content[1].<member 0>.<member 0>",
                        "messages[1].content[1].<member 0>.<member 0>.text",
                        "messages[1].content[1].<member 0>.<member 0>.text",
                        "messages[1].content[1].text"),
                paths);
    }

    @Test
    void nodesThatDoNotExistAreRefused() {
        JsonIndex index = Indexed.text("[1]");
        assertThrows(IndexOutOfBoundsException.class, () -> index.kind(2));
        assertThrows(IndexOutOfBoundsException.class, () -> index.after(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> index.path(2, name -> true));
    }

    @Test
    void theIndexGrowsWithAnyNumberOfNodes() {
        int count = 200_000;
        JsonIndex index = Indexed.text("[\"" + "x".repeat(1_000_000) + "\"" + ",1".repeat(count) + "]");
        assertEquals(count + 2, index.size());
        assertEquals(count + 2, index.after(JsonIndex.ROOT));
        assertEquals("[" + count + "]", index.path(count + 1, name -> true));
    }
}
