package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Writes and reads what stands between the quotes of a JSON string. Escapes only what JSON demands, so that text which needs
 * no escape looks as its author wrote it.
 */
public final class JsonString {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonString() {}

    /**
     * The content of a JSON string, without quotes, in UTF-8: {@code "}, {@code \}, controls and lone surrogates escaped,
     * everything else raw.
     */
    public static byte[] escape(String content) {
        StringBuilder out = new StringBuilder(content.length() + 16);
        escapeTo(content, out);
        return out.toString().getBytes(UTF_8);
    }

    /** Appends the same to a text of chars. A surrogate is lone when its other half is not in {@code content}. */
    public static void escapeTo(CharSequence content, StringBuilder out) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < content.length()
                    && Character.isLowSurrogate(content.charAt(i + 1))) {
                out.append(c).append(content.charAt(++i));
            } else if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                escapeTo(c, out);
            } else {
                out.append(c);
            }
        }
    }

    private static void escapeTo(char c, StringBuilder out) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\b' -> out.append('b');
            case '\f' -> out.append('f');
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default ->
                out.append('u')
                        .append(HEX[c >> 12])
                        .append(HEX[(c >> 8) & 0xF])
                        .append(HEX[(c >> 4) & 0xF])
                        .append(HEX[c & 0xF]);
        }
    }

    /** The text of checked bytes without escapes. */
    static String plain(byte[] text, int start, int end) {
        return new String(text, start, end - start, UTF_8);
    }

    /** The text of checked bytes with escapes. */
    static String unescape(byte[] text, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        int at = start;
        while (at < end) {
            int run = at;
            while (run < end && text[run] != '\\') {
                run++;
            }
            out.append(plain(text, at, run));
            at = run;
            while (at < end && text[at] == '\\') {
                out.append(Escape.unit(text, at));
                at += Escape.length(text, at);
            }
        }
        return out.toString();
    }

    /** Whether checked bytes, with or without escapes, decode to an ASCII word. */
    static boolean isAscii(byte[] text, int start, int end, String ascii) {
        int at = start;
        for (int i = 0; i < ascii.length(); i++) {
            if (at >= end) {
                return false;
            }
            boolean escape = text[at] == '\\';
            if (ascii.charAt(i) != (escape ? Escape.unit(text, at) : text[at])) {
                return false;
            }
            at += escape ? Escape.length(text, at) : 1;
        }
        return at == end;
    }
}
