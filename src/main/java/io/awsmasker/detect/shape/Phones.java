package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/** Telephone numbers in international form, found from the plus sign. */
public final class Phones {
    private static final Marks JOINTS = Marks.of(" -().");
    private static final int FEWEST = 8;
    private static final int FEWEST_JOINED = 10;
    private static final int MOST = 15;

    private Phones() {}

    public static void find(byte[] text, int from, int plus, int to, Candidates found) {
        boolean lineStart = plus == from
                || text[plus - 1] == '\n'
                || (plus - 2 >= from && text[plus - 2] == '\\' && text[plus - 1] == 'n');
        boolean clock = plus - 2 >= from && text[plus - 1] == '=' && text[plus - 2] == 'm'; // of a program in Go
        if (lineStart
                || clock
                || Bytes.is(text[plus - 1], Bytes.WORD)
                || plus + 1 >= to
                || text[plus + 1] <= '0'
                || text[plus + 1] > '9') {
            return;
        }
        int digits = 0;
        int joints = 0;
        boolean open = false;
        int end = plus + 1;
        int digitsOutside = 0;
        int endOutside = end;
        int i = end;
        while (i < to && digits <= MOST) {
            if (text[i] == ' ' && digits >= FEWEST_JOINED && !goesOn(text, i + 1, to, MOST - digits)) {
                break;
            }
            if (Bytes.is(text[i], Bytes.DIGIT)) {
                digits++;
                end = i + 1;
            } else if (JOINTS.has(text[i]) && i - end < 2 && (text[i] == ')' ? open : !(open && text[i] == '('))) {
                joints++;
                digitsOutside = text[i] == '(' ? digits : digitsOutside;
                endOutside = text[i] == '(' ? end : endOutside;
                open = text[i] == '(' || (open && text[i] != ')');
            } else {
                break;
            }
            i++;
        }
        if (open) { // the bracket is none of the number's
            digits = digitsOutside;
            end = endOutside;
        }
        boolean enough = digits >= (joints > 0 ? FEWEST_JOINED : FEWEST) && digits <= MOST;
        if (enough && Boundary.after(text, end, to)) {
            found.shape(IdentifierType.PHONE, plus, end);
        }
    }

    /** Whether the group of digits at {@code at} can be the number's last and is no beginning of an address or a date. */
    private static boolean goesOn(byte[] text, int at, int to, int most) {
        int end = Bytes.runEnd(text, at, to, Bytes.DIGIT);
        boolean more = end + 1 < to && Bytes.is(text[end + 1], Bytes.HEX) && ".-/:".indexOf(text[end]) >= 0;
        boolean word = end < to && (Bytes.is(text[end], Bytes.WORD) || text[end] == ':');
        return end - at <= most && !more && !word;
    }
}
