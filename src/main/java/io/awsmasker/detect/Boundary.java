package io.awsmasker.detect;

/** Stand-in. */
public final class Boundary {
    private Boundary() {}

    public static boolean before(byte[] text, int from, int at) {
        return at == from
                || !word(text[at - 1])
                || (at - from >= 2 && text[at - 2] == '\\' && "nrtbf".indexOf(text[at - 1]) >= 0);
    }

    public static boolean after(byte[] text, int at, int to) {
        return at == to || !word(text[at]);
    }

    private static boolean word(byte b) {
        return (Character.isLetterOrDigit(b) && b > 0) || b == '_';
    }
}
