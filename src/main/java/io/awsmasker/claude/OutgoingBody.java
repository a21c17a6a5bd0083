package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.Finding;
import io.awsmasker.json.Splice;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Replacement;
import java.util.Arrays;
import java.util.List;

/**
 * The body that will leave and, beside it, the text to prove: the same, but blank where Claude itself wrote what stands
 * there or where it had left in an earlier turn. It is one array for both as long as nothing is blank.
 */
final class OutgoingBody {
    private final byte[] body;
    private final Splice outgoing;
    private final Splice toProve;
    private boolean blank;

    OutgoingBody(byte[] body) {
        this.body = body;
        this.outgoing = new Splice(body, 0, body.length);
        this.toProve = new Splice(body, 0, body.length);
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
            outgoing.replace(start, end, digits);
            toProve.replace(start, end, digits);
        }
    }

    private void replace(StringBytes text, Replacement replacement) {
        int start = text.rawOffset(replacement.start());
        int end = text.rawOffset(replacement.end());
        byte[] with = replacement.text().getBytes(UTF_8);
        outgoing.replace(start, end, with);
        toProve.replace(start, end, with);
    }

    private void exempt(StringBytes text, int from, int to) {
        int start = text.rawOffset(from);
        byte[] spaces = new byte[text.rawOffset(to) - start];
        Arrays.fill(spaces, (byte) ' ');
        toProve.replace(start, start + spaces.length, spaces);
        blank = true;
    }

    byte[] outgoing() {
        return outgoing.isEmpty() ? body : outgoing.toBytes();
    }

    byte[] toProve(byte[] leaving) {
        return blank ? toProve.toBytes() : leaving;
    }
}
