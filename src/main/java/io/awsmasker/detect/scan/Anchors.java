package io.awsmasker.detect.scan;

import io.awsmasker.detect.finding.Passage;

/**
 * The bytes from which an identifier can be recognised, whatever stands in front of them. Most bytes are none and cost one
 * look-up, or an eighth of one where {@link io.awsmasker.detect.bytes.EightBytes#anchors} looks at eight together.
 */
public final class Anchors {
    private static final byte[] KINDS = new byte[256];

    static {
        for (char c = '0'; c <= '9'; c++) {
            KINDS[c] = '0';
        }
        for (char c : "-:=._@ACEIZJGD%/(>`'+B{}[]|wWkK\\&\"\n".toCharArray()) {
            KINDS[c] = (byte) c;
        }
    }

    /** Longer texts have an anchor. */
    private static final int SHORT = 64;

    private Anchors() {}

    /** The anchor that a byte is, digits as {@code '0'}; 0 if it is none. */
    static byte of(byte b) {
        return KINDS[b & 0xff];
    }

    /** Whether something can be recognised from this byte alone: of double quotes, only two together tell something. */
    public static boolean is(byte b) {
        return of(b) != 0 && b != '"';
    }

    /** Whether a passage has none, as most words and names in JSON, so that no recogniser need be made for it. */
    static boolean none(Passage passage) {
        if (passage.end() - passage.start() > SHORT) {
            return false;
        }
        byte[] text = passage.text();
        for (int i = passage.start(); i < passage.end(); i++) {
            boolean letter = text[i] == 'w'
                    && (i == passage.start() || ((text[i - 1] | 32) != 's' && (text[i - 1] | 32) != 'p'));
            if ((of(text[i]) != 0 && !letter) || text[i] == '\t') {
                return false;
            }
        }
        return true;
    }
}
