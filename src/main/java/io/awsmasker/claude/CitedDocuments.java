package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.finding.Passage;
import io.awsmasker.mask.Replacement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translates places in documents: Claude cites characters of the masked text, the client looks them up in its own. Places
 * count Unicode code points, which is the unit that the API leaves open.
 */
public final class CitedDocuments {
    static final CitedDocuments NONE = new CitedDocuments();

    private final Map<Integer, List<Shift>> documents = new HashMap<>();

    CitedDocuments() {}

    /** One replacement: {@code original} code points at {@code start} became {@code masked} ones. */
    private record Shift(int start, int original, int masked) {}

    /** A document of which some text was replaced, by its position among all documents of the request. */
    void add(int document, Passage text, List<Replacement> replacements) {
        List<Shift> shifts = new java.util.ArrayList<>(replacements.size());
        int counted = text.start();
        int codePoints = 0;
        for (Replacement replacement : replacements) {
            codePoints += codePoints(text, counted, replacement.start());
            int original = codePoints(text, replacement.start(), replacement.end());
            String token = replacement.text();
            shifts.add(new Shift(codePoints, original, token.codePointCount(0, token.length())));
            codePoints += original;
            counted = replacement.end();
        }
        documents.put(document, shifts);
    }

    /** Where a place of the masked text is in the client's; inside a token it is the token's edge. */
    long toOriginal(int document, long masked, boolean end) {
        long shift = 0;
        for (Shift each : documents.getOrDefault(document, List.of())) {
            long start = each.start + shift;
            if (masked <= start) {
                break;
            }
            if (masked < start + each.masked) {
                return end ? (long) each.start + each.original : each.start;
            }
            shift += each.masked - each.original;
        }
        return masked - shift;
    }

    /** Where a place of the client's text is in the masked one. */
    long toMasked(int document, long original, boolean end) {
        long shift = 0;
        for (Shift each : documents.getOrDefault(document, List.of())) {
            if (original <= each.start) {
                break;
            }
            if (original < each.start + each.original) {
                return each.start + shift + (end ? each.masked : 0);
            }
            shift += each.masked - each.original;
        }
        return original + shift;
    }

    private static int codePoints(Passage text, int from, int to) {
        String part = new String(text.text(), from, to - from, UTF_8);
        return part.codePointCount(0, part.length());
    }
}
