package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.HOST;
import static io.awsmasker.failsecure.ProofBytes.LOWER;
import static io.awsmasker.failsecure.ProofBytes.literal;

/**
 * The labels of a host name, taken off from the right. A cursor over the bytes instead of a split, because host names
 * are judged on the event loop.
 */
final class ProofHostName {
    private static final int LONGEST_MIDDLE = 4;
    private static final byte[][] DIRECTIONS = {
        literal("north"),
        literal("south"),
        literal("east"),
        literal("west"),
        literal("central"),
        literal("northeast"),
        literal("southeast"),
        literal("northwest"),
        literal("southwest")
    };

    private static final int LONGEST = 253;

    final int start;
    private final byte[] b;
    private int labelStart;
    private int labelEnd;

    /** The host name that ends before index {@code end}, its first label being the one that {@link #previous} gives. */
    ProofHostName(byte[] b, int lo, int end) {
        this.b = b;
        int first = end;
        while (first > lo && end - first < LONGEST && ProofBytes.is(b[first - 1], HOST)) {
            first--;
        }
        this.start = first;
        this.labelStart = end + 1;
    }

    /** Moves one label to the left; false when there is none. An empty label ends the name. */
    boolean previous() {
        labelEnd = labelStart - 1;
        if (labelEnd <= start) {
            return false;
        }
        labelStart = labelEnd;
        while (labelStart > start && b[labelStart - 1] != '.') {
            labelStart--;
        }
        return labelStart < labelEnd;
    }

    /** Index after what stands left of the current label, without its dot; {@link #start} or less for nothing. */
    int restEnd() {
        return labelStart - 1;
    }

    int labelStart() {
        return labelStart;
    }

    boolean is(byte[] text) {
        return labelEnd - labelStart == text.length && ProofBytes.matches(b, start, labelEnd, labelStart, text);
    }

    boolean isRegion() {
        return regionStart(b, labelStart, labelEnd) == labelStart;
    }

    boolean endsWith(byte[] text) {
        return ProofBytes.matches(b, labelStart, labelEnd, labelEnd - text.length, text);
    }

    boolean startsWith(byte[] text) {
        return ProofBytes.matches(b, start, labelEnd, labelStart, text);
    }

    /**
     * Whether the label, or what follows its last hyphen, is made of {@code least} to {@code most} bytes of the classes,
     * at least one of them a digit: the random part that AWS adds to a customer's name.
     */
    boolean endsRandom(int classes, int least, int most) {
        int part = labelEnd;
        while (part > labelStart && b[part - 1] != '-') {
            part--;
        }
        int length = labelEnd - part;
        return length >= least
                && length <= most
                && ProofBytes.runEnd(b, labelEnd, part, classes, length) == labelEnd
                && ProofBytes.has(b, part, labelEnd, DIGIT);
    }

    boolean hasHyphen() {
        for (int i = labelStart; i < labelEnd; i++) {
            if (b[i] == '-') {
                return true;
            }
        }
        return false;
    }

    /** Where the region that ends before {@code end} starts, a word of its own; -1 when none ends there. */
    static int regionStart(byte[] b, int lo, int end) {
        int i = end - 1;
        if (i - 8 < lo || !ProofBytes.is(b[i], DIGIT) || b[i - 1] != '-') {
            return -1;
        }
        int hyphens = 0;
        int firstHyphen = i;
        for (i--; i >= lo && end - i <= 20 && (ProofBytes.is(b[i], LOWER) || b[i] == '-'); i--) {
            if (b[i] == '-') {
                hyphens++;
                firstHyphen = i;
            }
        }
        if (hyphens < 2 || hyphens > 3 || !isDirected(b, firstHyphen, end - 2)) {
            return -1;
        }
        for (int start = firstHyphen - 2; start > i && start >= firstHyphen - 4; start--) {
            if (ProofBytes.startsWord(b, lo, start)) {
                return start;
            }
        }
        return -1;
    }

    /** Whether a point of the compass, with at most four letters before it, stands between the hyphens: {@code -gov-west-}. */
    private static boolean isDirected(byte[] b, int firstHyphen, int lastHyphen) {
        int word = lastHyphen;
        while (b[word - 1] != '-') {
            word--;
        }
        for (byte[] direction : DIRECTIONS) {
            if (direction.length == lastHyphen - word && ProofBytes.matches(b, word, lastHyphen, word, direction)) {
                return word - 1 - firstHyphen <= LONGEST_MIDDLE + 1;
            }
        }
        return false;
    }
}
