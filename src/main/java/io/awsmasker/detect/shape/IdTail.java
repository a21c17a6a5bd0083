package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Dates;
import io.awsmasker.detect.secret.Credentials;
import java.util.List;

/**
 * What stands behind the hyphen of a prefixed id: an alphabet and the lengths it may have. Written as one letter for the
 * alphabet ({@code h} lower hex, {@code H} upper hex, {@code n} lower alphanumeric, {@code N} upper alphanumeric,
 * {@code u} a UUID, {@code o} an organisational unit), lengths ({@code 8/17}, {@code 10-16}) and {@code d} if letters
 * alone do not make an id.
 */
public final class IdTail {
    private static final int GLUED = 17;
    private static final int GLUED_BEHIND = 10;
    private static final int LONGEST = 40;
    private static final int FIRST_GROUP = 8;
    private static final int FEWEST_OF_UNIT = 4;

    private final char alphabet;
    private final int classes;
    private final int anyCaseClasses;
    private final long lengths;
    private final boolean needsDigit;

    IdTail(String description) {
        alphabet = description.charAt(0);
        classes = classes(alphabet);
        anyCaseClasses = alphabet == 'h' ? Bytes.HEX : classes;
        needsDigit = description.endsWith("d");
        String counts = description.substring(1, description.length() - (needsDigit ? 1 : 0));
        long bits = 0;
        for (String part : counts.isEmpty() ? List.<String>of() : List.of(counts.split("/", -1))) {
            List<String> range = List.of(part.split("-", -1));
            int last = Integer.parseInt(range.get(range.size() - 1));
            for (int n = Integer.parseInt(range.get(0)); n <= last; n++) {
                bits |= 1L << n;
            }
        }
        lengths = bits;
    }

    /** Whether the tail names itself so clearly that an underscore may join its id to the word in front. */
    boolean joins(byte[] text, int at, int end) {
        return end - at >= GLUED && alphabet != 'o' && alphabet != 'u' && Credentials.random(text, at, end);
    }

    /** How many letters and digits it begins with at least. */
    int fewest() {
        return alphabet == 'u' ? FIRST_GROUP : alphabet == 'o' ? FEWEST_OF_UNIT : Long.numberOfTrailingZeros(lengths);
    }

    /** The offset behind the tail that begins at {@code at}, or -1. Reads at most 66 bytes. */
    int end(byte[] text, int at, int to, boolean anyCase) {
        if (alphabet == 'u') {
            return Bytes.uuid(text, at, to) && Boundary.after(text, at + 36, to) ? at + 36 : -1;
        }
        if (alphabet == 'o') {
            return unitEnd(text, at, to);
        }
        int end = run(text, at, to, anyCase);
        boolean ended = Boundary.after(text, end, to)
                || (text[end] == '_' && end - at >= GLUED_BEHIND && Credentials.random(text, at, end));
        boolean fits = end - at < 64 && (lengths >>> (end - at) & 1) != 0 && ended;
        if (!fits || (needsDigit && !mixed(text, at, end)) || (end - at == 8 && !eightDigits(text, at, end, to))) {
            return -1;
        }
        return end;
    }

    private int run(byte[] text, int at, int to, boolean anyCase) {
        return Bytes.runEnd(text, at, Math.min(to, at + LONGEST + 1), anyCase ? anyCaseClasses : classes);
    }

    private static int classes(char alphabet) {
        return switch (alphabet) {
            case 'h' -> Bytes.LOWER_HEX;
            case 'H' -> Bytes.UPPER_HEX;
            case 'N' -> Bytes.UPPER | Bytes.DIGIT;
            default -> Bytes.LOWER | Bytes.DIGIT;
        };
    }

    private static boolean mixed(byte[] text, int at, int end) {
        return Bytes.runEnd(text, at, end, Bytes.LETTER) < end;
    }

    /** Eight digits are also a date or the first group of a UUID. */
    private static boolean eightDigits(byte[] text, int at, int end, int to) {
        boolean uuid = end + 10 <= to
                && text[end] == '-'
                && text[end + 5] == '-'
                && Bytes.runEnd(text, end + 1, end + 5, Bytes.HEX) == end + 5;
        return !uuid && !(Bytes.runEnd(text, at, end, Bytes.DIGIT) == end && Dates.day(text, at));
    }

    private static int unitEnd(byte[] text, int at, int to) {
        int middle = Bytes.runEnd(text, at, Math.min(to, at + 33), Bytes.LOWER | Bytes.DIGIT);
        if (middle - at < FEWEST_OF_UNIT || middle >= to || text[middle] != '-') {
            return -1;
        }
        int end = Bytes.runEnd(text, middle + 1, Math.min(to, middle + 34), Bytes.LOWER | Bytes.DIGIT);
        return end - middle > 8 && Boundary.after(text, end, to) ? end : -1;
    }
}
