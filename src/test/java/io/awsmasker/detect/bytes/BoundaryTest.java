package io.awsmasker.detect.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryTest {
    @ParameterizedTest
    @CsvSource({
        "'',true",
        "' ',true",
        "'-',true",
        "'.',true",
        "'\"',true",
        "'\\n',true",
        "'\\t',true",
        "'\\r',true",
        "'\\b',true",
        "'\\f',true",
        "'\\u001b',true",
        "'%3A',true",
        "'%3a',true",
        "'x',false",
        "'_',false",
        "'9',false",
        "'\\x',false",
        "'u001b',false",
        "'\\u01b',false",
        "'%A',false",
        "'é',true"
    })
    void beginsAWordBehindAnythingButAWordCharacter(String before, boolean expected) {
        byte[] text = (before + "i-0abc").getBytes(StandardCharsets.UTF_8);
        assertEquals(expected, Boundary.before(text, 0, text.length - 6), before);
    }

    @Test
    void readsNothingInFrontOfTheWindow() {
        byte[] text = "xi-0abc".getBytes(StandardCharsets.UTF_8);
        assertEquals(true, Boundary.before(text, 1, 1));
        byte[] escape = "\\ni-0abc".getBytes(StandardCharsets.UTF_8);
        assertEquals(false, Boundary.before(escape, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({"'',true", "' ',true", "'-',true", "'\\',true", "'a',false", "'_',false", "'0',false", "'é',true"})
    void endsAWordInFrontOfAnythingButAWordCharacter(String after, boolean expected) {
        byte[] text = ("id" + after).getBytes(StandardCharsets.UTF_8);
        assertEquals(expected, Boundary.after(text, 2, text.length), after);
    }
}
