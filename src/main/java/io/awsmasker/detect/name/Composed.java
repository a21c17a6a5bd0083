package io.awsmasker.detect.name;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;

/**
 * Names that templates and programs put together of texts and variables, {@code !Sub "acme-${AWS::Region}"}. What stands in
 * front of the first variable is a name of its own; what follows says mostly what a thing is for, as everybody calls it.
 */
public final class Composed {
    private static final String TAG = "!Sub ";
    private static final String SUBSTITUTE = "Fn::Sub";
    private static final String PREFIXES = "fFrR";
    private static final int MOST_BLANKS = 32;
    private static final int LONGEST_VARIABLE = 48;
    private static final Marks BLANKS = Marks.of(" \n\r\t\\");

    private Composed() {}

    /** Where the text begins behind a tag, a function or a letter that says that it holds variables, or {@code at}. */
    public static int text(byte[] text, int at, int to) {
        if (at + 1 >= to) {
            return at;
        }
        boolean letter = PREFIXES.indexOf(text[at]) >= 0 && (text[at + 1] == '"' || text[at + 1] == '\'');
        if (letter) {
            return at + 1;
        }
        if (text[at] == '!') {
            return Bytes.at(text, at, to, TAG) ? at + TAG.length() : at;
        }
        if (text[at] != '{') {
            return at;
        }
        int key = behind(text, at + 1, to, '"');
        if (key == at + 1 || !Bytes.at(text, key, to, SUBSTITUTE)) {
            return at;
        }
        int colon = behind(text, behind(text, key + SUBSTITUTE.length(), to, '"'), to, ':');
        int value = colon;
        while (value < to && value - colon < MOST_BLANKS && text[value] == ' ') {
            value++;
        }
        return text[colon - 1] == ':' ? value : at;
    }

    /** The offset behind a mark that may stand behind blanks and backslashes, or {@code at}. */
    private static int behind(byte[] text, int at, int to, char mark) {
        int i = at;
        while (i < to && i - at < MOST_BLANKS && BLANKS.has(text[i])) {
            i++;
        }
        return i < to && text[i] == mark ? i + 1 : at;
    }

    /**
     * Where the name in front of the first variable ends, or {@code end} if no variable stands in the text.
     *
     * @param to offset from which on nothing is read, not before {@code end}
     */
    static int nameEnd(byte[] text, int start, int end, int to) {
        int variable = start;
        while (variable < end && !variable(text, variable, end)) {
            variable++;
        }
        if (variable == end && !goesOn(text, end, to)) {
            return end;
        }
        int last = variable;
        while (last > start && !Bytes.is(text[last - 1], Bytes.ALNUM)) {
            last--;
        }
        return last;
    }

    /** Whether a variable follows the name without quotes that ends at {@code end}. */
    static boolean goesOn(byte[] text, int end, int to) {
        return end < to && (text[end] == '$' || text[end] == '{');
    }

    /** The offset behind the variable that begins at {@code at}, {@code ${AWS::AccountId}} or {@code $ACCOUNT}. */
    public static int variableEnd(byte[] text, int at, int to) {
        int i = at;
        while (i < to && i - at < LONGEST_VARIABLE && (text[i] == '$' || text[i] == '{')) {
            i++;
        }
        boolean braces = text[i - 1] == '{';
        while (i < to
                && i - at < LONGEST_VARIABLE
                && (braces ? text[i] != '}' && text[i] >= ' ' : Bytes.is(text[i], Bytes.WORD))) {
            i++;
        }
        while (braces && i < to && text[i] == '}') {
            i++;
        }
        return i;
    }

    /** Where the dot stands in front of the variable that ends at {@code dot}, {@code s3.${region}.} or {@code s3.$REGION.}, or {@code dot}. */
    public static int inFrontOfVariable(byte[] text, int from, int dot) {
        int i = dot - 1;
        if (i <= from || text[i] != '}') {
            int word = i;
            while (word > from && dot - word < LONGEST_VARIABLE && Bytes.is(text[word], Bytes.WORD)) {
                word--;
            }
            return word < i && word > from && text[word] == '$' && text[word - 1] == '.' ? word - 1 : dot;
        }
        while (i > from && dot - i < LONGEST_VARIABLE && text[i] != '{' && text[i] >= ' ') {
            i--;
        }
        while (i > from && (text[i] == '{' || text[i] == '$')) {
            i--;
        }
        return text[i] == '.' ? i : dot;
    }

    private static boolean variable(byte[] text, int at, int end) {
        return switch (text[at]) {
            case '{', '$', '<' -> true;
            case '#' -> at + 1 < end && text[at + 1] == '{';
            case '%' -> at + 1 < end && (Bytes.is(text[at + 1], Bytes.LETTER) || text[at + 1] == '(');
            default -> false;
        };
    }
}
