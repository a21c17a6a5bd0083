package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Reads percent escapes as whoever gets the text may: again and again, since an escaped text may be escaped once more on its
 * way, and leaving alone what is no escape.
 */
final class PercentDecoding {
    private static final int MOST = 4;

    private PercentDecoding() {}

    /** The text and all that it becomes when it is decoded again and again, a line each. */
    static String all(String text) {
        StringBuilder all = new StringBuilder(text);
        String last = text;
        for (int i = 0; i < MOST; i++) {
            String next = decoded(last);
            if (next.equals(last)) {
                break;
            }
            all.append('\n').append(next);
            last = next;
        }
        return all.toString();
    }

    private static String decoded(String text) {
        byte[] bytes = text.replace('+', ' ').getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            out.write(low < 0 ? bytes[i] : 16 * high + low);
            i += low < 0 ? 0 : 2;
        }
        return out.toString(UTF_8);
    }
}
