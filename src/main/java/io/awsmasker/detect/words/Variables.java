package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Bytes;
import java.util.List;

/**
 * Variables and types of programs that stand where a bare name could: {@code Bucket=bucket_name}, {@code user = current;},
 * {@code user: Person | null}. What they are called tells nothing about an account, and masking them would garble the program.
 */
public final class Variables {
    private static final int LONGEST = 80;
    private static final int MOST_BLANKS = 16;

    /** How far in front of an argument the bracket of its call may stand. */
    private static final int FAR = 256;

    /** Letters of two words of an attribute at least, and of one word of a type. */
    private static final int MEMBER_LETTERS = 5;

    private static final int TYPE_LETTERS = 5;
    private static final WordTable LAST = new WordTable(Words.set("name names id ids arn arns param arg override"));

    /** With which programs end what they call a thing that they hold: its name in AWS is another. */
    private static final WordTable THINGS =
            new WordTable(Words.set("bucket table queue topic role function cluster stack stream repository user"));

    private static final List<String> NOTHING = List.of(" | null", " | undefined", " | None");

    private Variables() {}

    /** Whether the bare word {@code [start, end)} is one. */
    public static boolean is(byte[] text, int from, int start, int end, int to) {
        if (end - start > LONGEST || end == start || !Bytes.is(text[start], Bytes.LETTER)) {
            return false;
        }
        int word = start;
        for (int i = start; i < end; i++) {
            if (!Bytes.is(text[i], Bytes.LETTER) && text[i] != '_') {
                return false;
            }
            boolean hump = i > start && Bytes.is(text[i], Bytes.UPPER) && Bytes.is(text[i - 1], Bytes.LOWER);
            word = text[i] == '_' ? i + 1 : hump ? i : word;
        }
        return (word > start && (LAST.contains(text, word, end) || argument(text, from, start, word, end, to)))
                || statement(text, start, end, to)
                || typed(text, end, to);
    }

    /**
     * Whether it is an attribute, {@code aws_kms_key.main_v14.arn}, or a type, {@code Oauth2TokenResponse}, whose name holds
     * digits as what is made by chance does: its words are too long for chance, and a type has one number only.
     */
    public static boolean called(byte[] text, int start, int end) {
        int letters = 0;
        int words = 0;
        int dots = 0;
        int numbers = 0;
        for (int i = start; i < end; i++) {
            byte before = i > start ? text[i - 1] : (byte) '.';
            boolean letter = Bytes.is(text[i], Bytes.LETTER);
            boolean hump = Bytes.is(text[i], Bytes.UPPER) || !Bytes.is(before, Bytes.LETTER);
            words += letter && hump ? 1 : 0;
            letters += letter ? 1 : 0;
            dots += text[i] == '.' ? 1 : 0;
            numbers += Bytes.is(text[i], Bytes.DIGIT) && !Bytes.is(before, Bytes.DIGIT) ? 1 : 0;
            boolean capitals = Bytes.is(text[i], Bytes.UPPER) && Bytes.is(before, Bytes.UPPER);
            if (capitals || (!Bytes.is(text[i], Bytes.WORD) && text[i] != '.') || (before == '.' && !letter)) {
                return false;
            }
        }
        boolean member = dots > 0 && Bytes.is(text[start], Bytes.LOWER) && 2 * letters >= MEMBER_LETTERS * words;
        boolean type =
                numbers == 1 && Bytes.is(text[start], Bytes.UPPER) && words > 2 && letters >= TYPE_LETTERS * words;
        return member || type;
    }

    /** Whether it is a type of a module, {@code bucket: s3.IBucket}: words with points, the last of which begins with a capital. */
    public static boolean isType(byte[] text, int start, int end) {
        int last = start;
        for (int i = start; i < end; i++) {
            if (!Bytes.is(text[i], Bytes.WORD) && text[i] != '.') {
                return false;
            }
            last = text[i] == '.' ? i + 1 : last;
        }
        return last > start && last < end && Bytes.is(text[last], Bytes.UPPER);
    }

    /** Whether its key stands in quotes and it does not, {@code {'queue': q_url}}: neither JSON nor YAML writes a name so. */
    public static boolean isBeside(byte[] text, int from, int start, int end) {
        int i = start;
        while (i > from && start - i < MOST_BLANKS && text[i - 1] == ' ') {
            i--;
        }
        return i - 2 > from
                && end > start
                && text[i - 1] == ':'
                && (text[i - 2] == '"' || text[i - 2] == '\'')
                && Bytes.is(text[start], Bytes.LETTER)
                && Bytes.runEnd(text, start, end, Bytes.WORD) == end;
    }

    /**
     * Whether it is what a call is given, {@code f(bucket=code_bucket, key=…)} or {@code f({ Bucket: codeBucket })}; the lines of
     * a log have no bracket in front.
     */
    private static boolean argument(byte[] text, int from, int start, int word, int end, int to) {
        boolean ended = end < to && (text[end] == ',' || text[end] == ')' || Bytes.at(text, end, to, " }"));
        if (!ended || !Bytes.is(text[start], Bytes.LOWER) || !THINGS.contains(text, word, end)) {
            return false;
        }
        int closed = 0;
        for (int i = start - 1; i >= from && start - i < FAR; i--) {
            closed += text[i] == ')' ? 1 : 0;
            if (text[i] == '(' && closed-- == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a blank stands in front and the end of a statement or the parameters of a type behind. */
    private static boolean statement(byte[] text, int start, int end, int to) {
        if (start < 2 || end >= to || text[start - 1] != ' ') {
            return false;
        }
        return text[end] == ';' || (text[end] == '<' && text[start - 2] == '=');
    }

    /** Whether it says behind it that there may be nothing. */
    private static boolean typed(byte[] text, int end, int to) {
        if (end + 2 >= to || text[end] != ' ' || text[end + 1] != '|') {
            return false;
        }
        for (String nothing : NOTHING) {
            if (Bytes.at(text, end, to, nothing)) {
                return true;
            }
        }
        return false;
    }
}
