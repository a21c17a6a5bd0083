package io.awsmasker.detect.bytes;

/** A few ASCII characters that are asked about byte for byte; each answer is one look-up. */
public final class Marks {
    private final boolean[] members = new boolean[256];

    private Marks(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            members[characters.charAt(i)] = true;
        }
    }

    public static Marks of(String characters) {
        return new Marks(characters);
    }

    public boolean has(byte b) {
        return members[b & 0xff];
    }
}
