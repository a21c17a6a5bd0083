package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.finding.Finding;
import io.awsmasker.json.Splice;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Replacement;
import java.util.Arrays;
import java.util.List;

/**
 * The body that will leave and, beside it, which stretches of it need no proof. Everything is told in the order of the body,
 * so that each stretch is known by its place in what leaves.
 */
final class OutgoingBody {
    private final byte[] body;
    private final Splice outgoing;
    private final Unproved unproved = new Unproved();
    private int last;

    /** How much longer what leaves is than the body up to here. */
    private int longer;

    OutgoingBody(byte[] body) {
        this.body = body;
        this.outgoing = new Splice(body, body.length);
    }

    /** A text that Claude wrote: tokens go where it had them, and nothing of it needs a proof. */
    void written(StringBytes text, List<Replacement> replacements) {
        int at = text.start();
        for (Replacement replacement : replacements) {
            exempt(text, at, replacement.start());
            replace(text, replacement);
            at = replacement.end();
        }
        exempt(text, at, text.end());
    }

    /** A text that is masked by what was known in its turn; names that became known later have left before. */
    void masked(StringBytes text, List<Replacement> replacements, List<Finding> late) {
        int next = 0;
        for (Replacement replacement : replacements) {
            while (next < late.size() && late.get(next).start() < replacement.start()) {
                exempt(text, late.get(next).start(), late.get(next++).end());
            }
            replace(text, replacement);
        }
        while (next < late.size()) {
            exempt(text, late.get(next).start(), late.get(next++).end());
        }
    }

    /** A number that changes with the text it points into. */
    void place(int start, int end, long number) {
        byte[] digits = Long.toString(number).getBytes(UTF_8);
        if (!Arrays.equals(digits, 0, digits.length, body, start, end)) {
            replace(start, end, digits);
        }
    }

    private void replace(StringBytes text, Replacement replacement) {
        replace(
                text.rawOffset(replacement.start()),
                text.rawOffset(replacement.end()),
                replacement.text().getBytes(UTF_8));
    }

    private void replace(int start, int end, byte[] with) {
        advance(start, end);
        outgoing.replace(start, end, with);
        longer += with.length - (end - start);
    }

    private void exempt(StringBytes text, int from, int to) {
        int start = text.rawOffset(from);
        int end = text.rawOffset(to);
        advance(start, end);
        unproved.add(start + longer, end + longer);
    }

    private void advance(int start, int end) {
        if (start < last || end < start) {
            throw new IllegalArgumentException("[" + start + ", " + end + ") does not fit behind " + last);
        }
        last = end;
    }

    byte[] outgoing() {
        return outgoing.isEmpty() ? body : outgoing.toBytes();
    }

    Unproved unproved() {
        return unproved;
    }
}
