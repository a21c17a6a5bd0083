package io.awsmasker.detect.command;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * Where a command of AWS stands in front of one of its options, in a line or in a list of texts. Each look goes a bounded
 * way back along the command and ends where another begins.
 */
public final class CommandLine {
    private static final int BACK = 240;
    private static final int WIDEST_GAP = 6;
    private static final int FARTHEST_MEMBER = 128;
    private static final String[] PROGRAMS = {"eksctl", "kops"};
    private static final String INPUT = "--cli-input-json ";
    private static final Marks COMMAND_ENDS = Marks.of("|;&");

    /** With which a line of a command ends that goes on in the next one: that of shells, of PowerShell, of cmd. */
    private static final Marks GOES_ON = Marks.of("\\`^");

    private static final Marks PROMPT = Marks.of(" \t$>#");

    /** What stands behind {@code aws} or a line of a command. */
    private static final Marks BEHIND_PROGRAM = Marks.of(" \"'\n");

    /** What stands between two words of a command, in a line or in a list of texts. */
    private static final String GAPS = " \"',";

    /** Options in front of the service that have no value. */
    private static final WordTable FLAGS =
            new WordTable(Words.set("--debug --no-verify-ssl --no-paginate --no-sign-request --no-cli-pager"));

    private CommandLine() {}

    /** Whether the object at {@code brace} is what a command asks for: {@code --cli-input-json '{…}'}. */
    public static boolean asks(byte[] text, int from, int brace) {
        int quote = brace - 1;
        int start = quote - INPUT.length();
        return start >= from && (text[quote] == '\'' || text[quote] == '"') && Bytes.at(text, start, quote, INPUT);
    }

    /**
     * Where the option ends whose value is {@code Name=x,Id=y} with the key that ends at {@code keyEnd}, or -1 if no command
     * of AWS has it.
     */
    public static int shorthand(byte[] text, int from, int keyEnd) {
        int value = keyEnd;
        while (value > from && keyEnd - value < FARTHEST_MEMBER && text[value - 1] > ' ') {
            value--;
        }
        int start = value - 1;
        while (start > from && value - start < FARTHEST_MEMBER && text[start - 1] > ' ') {
            start--;
        }
        boolean option = start > from && Bytes.at(text, start, value, "--") && text[value - 1] == ' ';
        return option && service(text, from, start) >= 0 ? value - 1 : -1;
    }

    /** Whether what stands at {@code at} belongs to a command of AWS in front. */
    public static boolean asked(byte[] text, int from, int at) {
        int service = service(text, from, at);
        return service >= 0 && together(text, service, at);
    }

    /** Whether the word behind the service is an operation, as hardly a word of a sentence is. */
    static boolean operation(byte[] text, int service, int limit) {
        int start = gapEnd(text, service, limit);
        int end = Bytes.runEnd(text, start, limit, Bytes.LOWER | Bytes.DIGIT);
        return end > start && end + 1 < limit && text[end] == '-' && Bytes.is(text[end + 1], Bytes.LOWER);
    }

    /** Whether a word begins at {@code at}, perhaps in quotes, and no path. */
    public static boolean isWord(byte[] text, int at, int to) {
        int value = at < to && Bytes.is(text[at], Bytes.QUOTE) ? at + 1 : at;
        return value < to && Bytes.is(text[value], Bytes.ALNUM);
    }

    /** Whether no other command begins between the service and the option. */
    static boolean together(byte[] text, int service, int option) {
        for (int i = service; i < option; i++) {
            boolean line = text[i] == '\n' && text[i - 1] != '\\' && !Bytes.at(text, i - 2, i, "\\\r");
            boolean comma = text[i] == ' ' && text[i - 1] == ',' && Bytes.is(text[i - 2], Bytes.ALNUM);
            boolean list = text[i] == ']' && text[i + 1] == ',';
            if (COMMAND_ENDS.has(text[i]) || line || comma || list) {
                return false;
            }
        }
        return true;
    }

    /** Where the service of {@code aws SERVICE …}, or the program {@code eksctl} or {@code kops}, stands that has the option, or -1. */
    static int service(byte[] text, int from, int option) {
        for (int i = option - 1; i >= from && option - i < BACK; i--) {
            if (!BEHIND_PROGRAM.has(text[i])) {
                continue;
            }
            if (text[i] == '\n') {
                if (begins(text, from, i + 1, option)) {
                    return -1;
                }
                continue;
            }
            if (i - 3 >= from
                    && text[i - 1] == 's'
                    && Bytes.at(text, i - 3, i, "aws")
                    && Boundary.before(text, from, i - 3)) {
                int service = behindOptions(text, gapEnd(text, i, option), option);
                if (service < option && Bytes.is(text[service], Bytes.LOWER)) {
                    return service;
                }
            }
            for (String program : PROGRAMS) {
                int start = i - program.length();
                if (text[i] == ' '
                        && start >= from
                        && Bytes.at(text, start, i, program)
                        && Boundary.before(text, from, start)
                        && together(text, i, option)) {
                    return start;
                }
            }
        }
        return -1;
    }

    /** Whether the line at {@code at} begins another command: a program's word, behind a line that does not go on. */
    private static boolean begins(byte[] text, int from, int at, int option) {
        int end = at - 2 > from && text[at - 2] == '\r' ? at - 3 : at - 2;
        int word = at;
        while (word < option && PROMPT.has(text[word])) {
            word++;
        }
        return end >= from && !GOES_ON.has(text[end]) && word < option && Bytes.is(text[word], Bytes.LOWER);
    }

    /** Where the first word stands behind the options, and their values, that begin at {@code at}. */
    private static int behindOptions(byte[] text, int at, int limit) {
        int word = at;
        while (word + 1 < limit && text[word] == '-' && text[word + 1] == '-') {
            int end = wordEnd(text, word, limit);
            boolean flag = FLAGS.contains(text, word, end) || Bytes.runEnd(text, word, end, Bytes.HOST) < end;
            word = gapEnd(text, end, limit);
            word = flag ? word : gapEnd(text, wordEnd(text, word, limit), limit);
        }
        return word;
    }

    private static int wordEnd(byte[] text, int at, int limit) {
        int end = at;
        while (end < limit && text[end] > ' ' && text[end] != '"' && text[end] != '\'') {
            end++;
        }
        return end;
    }

    private static int gapEnd(byte[] text, int at, int limit) {
        int end = at;
        while (end < limit && end - at < WIDEST_GAP && GAPS.indexOf(text[end]) >= 0) {
            end++;
        }
        return end;
    }
}
