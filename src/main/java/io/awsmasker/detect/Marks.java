package io.awsmasker.detect;

/** A few ASCII characters that are asked about byte for byte; each answer is one look-up. */
final class Marks {
    private final boolean[] members = new boolean[256];

    private Marks(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            members[characters.charAt(i)] = true;
        }
    }

    static Marks of(String characters) {
        return new Marks(characters);
    }

    boolean has(byte b) {
        return members[b & 0xff];
    }
}
