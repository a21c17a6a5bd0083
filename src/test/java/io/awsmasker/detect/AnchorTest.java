package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.awsmasker.detect.bytes.EightBytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.scan.Anchors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scan passes over a text eight bytes at a time and looks only at what this arithmetic lets through. So every byte
 * that the scan knows must be let through, and a type must be found wherever its examples stand in the eight bytes.
 */
class AnchorTest {
    /** More than the scan and the memory look at in one step. */
    private static final int SHIFTS = 72;

    @Test
    void letsEveryAnchorThroughWhateverStandsBesideIt() {
        for (int anchor = 0; anchor < 256; anchor++) {
            if (!Anchors.is((byte) anchor)) {
                continue;
            }
            for (int beside = 0; beside < 256; beside++) {
                for (int at = 0; at < EightBytes.SIZE; at++) {
                    byte[] bytes = {0, 0, 0, 0, 0, 0, 0, 0};
                    Arrays.fill(bytes, (byte) beside);
                    bytes[at] = (byte) anchor;
                    long mask = EightBytes.packed(EightBytes.anchors(EightBytes.at(bytes, 0)));
                    assertEquals(1, mask >>> at & 1, "byte " + anchor + " beside " + beside);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing ", "in words", "  \"\", \"\"", "\n\t      "})
    void passesOverWhatIsNoAnchor(String none) {
        assertEquals(0, EightBytes.anchors(EightBytes.of(none)) & ~anchorsOf(none));
    }

    @ParameterizedTest
    @EnumSource(IdentifierType.class)
    void findsTheExamplesOfEveryTypeAtEveryPlaceOfTheEightBytes(IdentifierType type) {
        for (String example : type.examples()) {
            List<String> alone = found(example, 0, 0);
            assertNotEquals(List.of(), alone, example);
            Stream.iterate(1, shift -> shift + 1).limit(SHIFTS).forEach(shift -> {
                assertEquals(alone, found(example, shift, 0), () -> shift + " bytes in front of " + example);
                assertEquals(alone, found(example, shift, SHIFTS), () -> shift + " bytes around " + example);
            });
        }
    }

    /** The findings as their offsets in the example, which stands between lines of nothing. */
    private static List<String> found(String example, int front, int behind) {
        String text = "\n".repeat(front) + example + "\n".repeat(behind);
        byte[] bytes = text.getBytes(UTF_8);
        List<String> found = new ArrayList<>();
        for (Finding finding : Texts.findings(new String(bytes, UTF_8))) {
            found.add(finding.type().tokenClass() + " " + (finding.start() - front) + "-" + (finding.end() - front));
        }
        return found;
    }

    private static long anchorsOf(String text) {
        long anchors = 0;
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = 0; i < EightBytes.SIZE; i++) {
            anchors |= Anchors.is(bytes[i]) ? 0x80L << (Byte.SIZE * i) : 0;
        }
        return anchors;
    }
}
