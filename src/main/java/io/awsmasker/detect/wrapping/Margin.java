package io.awsmasker.detect.wrapping;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.LineStarts;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Lines behind what a tool writes in front of each of them: numbers, marks of a diff, of a quotation or of a comment, a
 * time, a service, a file and a number, who wrote it. The first line says which it is; the text inside is what the lines say without.
 */
public final class Margin {
    private enum Sign {
        NUMBER,
        DIFF,
        QUOTATION,
        COMMENT,
        TIME,
        SERVICE,
        FILE,
        BLAME,
        BAR
    }

    private final byte[] text;
    private final int line;
    private final int to;
    private final Sign sign;

    private Margin(byte[] text, int line, int to, Sign sign) {
        this.text = text;
        this.line = line;
        this.to = to;
        this.sign = sign;
    }

    /**
     * The lines from the one on that begins at {@code line}, null if it has no margin; without a text if they are a list
     * rather than a diff.
     *
     * @param lists where the lines end that are known for a list
     * @param found is told that a number or a time in front of a line is no name
     */
    public static @Nullable Wrapped at(byte[] text, int line, int to, int lists, Candidates found) {
        Sign sign = sign(text, line, LineStarts.blanks(text, line, to), to);
        boolean list = sign == Sign.DIFF && line < lists;
        return sign == null || list ? null : new Margin(text, line, to, sign).lines(found);
    }

    /** Whether the line may have one whose first character but blanks stands at {@code first}. */
    public static boolean mayStand(byte[] text, int line, int first, int to) {
        return sign(text, line, first, to) != null;
    }

    private static @Nullable Sign sign(byte[] text, int line, int i, int to) {
        if (i >= to) {
            return null;
        }
        byte first = text[i];
        boolean flush = i == line;
        if (flush && (Bytes.is(first, Bytes.LOWER_HEX) || first == '^') && LineStarts.blame(text, line, to) > 0) {
            return Sign.BLAME;
        }
        if (Bytes.is(first, Bytes.DIGIT)) {
            boolean time = flush && LineStarts.time(text, line, to) > 0;
            return time ? Sign.TIME : LineStarts.number(text, i, to) >= 0 ? Sign.NUMBER : null;
        }
        return switch (first) {
            case '+', '@' -> flush ? Sign.DIFF : null;
            case '-' -> Bytes.at(text, i, to, "-- ") ? Sign.COMMENT : flush ? Sign.DIFF : null;
            case '>', '<' -> flush ? Sign.QUOTATION : null;
            case '#', '*', '/', ';' -> Sign.COMMENT;
            case (byte) 0xE2 -> Sign.BAR;
            default -> flush ? word(text, line, to) : null;
        };
    }

    private static @Nullable Sign word(byte[] text, int line, int to) {
        int end = LineStarts.word(text, line, to);
        if (end + 1 >= to || end == line) {
            return null;
        }
        boolean numbered = text[end] == ' ' && Bytes.is(text[end - 1], Bytes.DIGIT);
        boolean located = text[end] == ':' && Bytes.is(text[end + 1], Bytes.DIGIT);
        return located ? Sign.FILE : numbered ? Sign.SERVICE : null;
    }

    private @Nullable Wrapped lines(Candidates found) {
        int end = line;
        int count = 0;
        boolean diff = false;
        while (end < to && end - line < Reading.LONGEST && behind(end) >= 0) {
            diff |= LineStarts.ofDiff(text, end, to);
            int next = lineEnd(end);
            if (next - end > Reading.LONGEST) {
                break;
            }
            end = next;
            count++;
        }
        if (count == 0 || (count == 1 && sign == Sign.COMMENT)) {
            return null;
        }
        boolean list = sign == Sign.DIFF && !diff;
        Reading reading = new Reading(text, list ? 0 : end - line);
        for (int at = line; at < end && !list; at = lineEnd(at)) {
            int behind = behind(at);
            if (sign == Sign.NUMBER || sign == Sign.TIME) {
                found.withdraw(at, behind);
            }
            reading.copy(behind, lineEnd(at));
        }
        return new Wrapped(reading, end);
    }

    /** Where the text of the line behind the margin begins, or -1. */
    private int behind(int at) {
        return switch (sign) {
            case NUMBER -> LineStarts.number(text, LineStarts.blanks(text, at, to), to);
            case DIFF -> text[at] == '\n' ? at : "+- @\\".indexOf(text[at]) >= 0 ? at + 1 : -1;
            case QUOTATION -> text[at] == text[line] ? LineStarts.quotation(text, at, to) : -1;
            case COMMENT -> {
                int mark = LineStarts.blanks(text, at, to);
                boolean same = mark < to && text[mark] == text[LineStarts.blanks(text, line, to)];
                yield same ? LineStarts.comment(text, mark, to) : -1;
            }
            case TIME -> LineStarts.time(text, at, to);
            case SERVICE -> LineStarts.service(text, at, to);
            case FILE -> LineStarts.file(text, line, LineStarts.word(text, line, to) - line, at, to);
            case BLAME -> LineStarts.blame(text, at, to);
            case BAR -> LineStarts.bar(text, LineStarts.blanks(text, at, to), to);
        };
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < to && text[end] != '\n') {
            end++;
        }
        return Math.min(to, end + 1);
    }
}
