package io.awsmasker.detect.bytes;

/**
 * Points in time as AWS writes them everywhere, {@code "LaunchTime": "2026-03-14T08:41:45+00:00"}. They hold nothing that
 * is looked for but a dozen anchors, so the scan passes over them in one step.
 */
public final class Timestamps {
    /** Of {@code 2026-03-14T08:41:45}. */
    public static final int LENGTH = 19;

    private static final long DAY_DIGITS = 0x0080800080808080L;
    private static final long DAY_HYPHENS = 0xFF0000FF00000000L;
    private static final long TIME_DIGITS = 0x8080008080008080L;
    private static final long TIME_MARKS = 0x0000FF0000FF0000L;
    private static final long DAY = EightBytes.of("0000-00-");
    private static final long TIME = EightBytes.of("00T00:00");

    private Timestamps() {}

    /**
     * Whether a time begins with the digit at {@code at} behind {@code ": "}, which is no word that could name what
     * follows; and whether no base64 goes on behind it.
     */
    public static boolean inJson(byte[] text, int from, int at, int to) {
        return at - 4 >= from
                && at + LENGTH + 1 < to
                && text[at + 4] == '-'
                && Bytes.at(text, at - 4, at, "\": \"")
                && like(EightBytes.at(text, at), DAY, DAY_DIGITS, DAY_HYPHENS)
                && like(EightBytes.at(text, at + 8), TIME, TIME_DIGITS, TIME_MARKS)
                && text[at + 16] == ':'
                && Bytes.is(text[at + 17], Bytes.DIGIT)
                && Bytes.is(text[at + 18], Bytes.DIGIT)
                && ends(text[at + LENGTH], text[at + LENGTH + 1]);
    }

    private static boolean like(long bytes, long pattern, long digits, long marks) {
        return (EightBytes.digits(bytes) & digits) == digits && ((bytes ^ pattern) & marks) == 0;
    }

    private static boolean ends(byte next, byte second) {
        return next == '"' || (next == 'Z' && second == '"') || (next == '+' && Bytes.is(second, Bytes.DIGIT));
    }
}
