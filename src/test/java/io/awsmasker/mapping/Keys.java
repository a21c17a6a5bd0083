package io.awsmasker.mapping;

/** Two keys for tests. */
final class Keys {
    static final String FIRST = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String SECOND = "//////////////////////////////////////////8=";

    private Keys() {}

    static Texts sealed() {
        return Texts.sealed(EncryptionKey.of(FIRST), null);
    }

    /** Before the switch of a rotation: the second key is known, the first one is written. */
    static Texts rotating() {
        return Texts.sealed(EncryptionKey.of(FIRST), EncryptionKey.of(SECOND));
    }

    /** After the switch. */
    static Texts rotated() {
        return Texts.sealed(EncryptionKey.of(SECOND), EncryptionKey.of(FIRST));
    }
}
