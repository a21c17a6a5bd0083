package io.awsmasker.mapping;

/** Two keys for tests. */
final class TwoKeys {
    static final String FIRST = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    static final String SECOND = "//////////////////////////////////////////8=";

    private TwoKeys() {}

    static StoredTexts sealed() {
        return StoredTexts.sealed(EncryptionKey.of(FIRST), null);
    }

    /** Before the switch of a rotation: the second key is known, the first one is written. */
    static StoredTexts rotating() {
        return StoredTexts.sealed(EncryptionKey.of(FIRST), EncryptionKey.of(SECOND));
    }

    /** After the switch. */
    static StoredTexts rotated() {
        return StoredTexts.sealed(EncryptionKey.of(SECOND), EncryptionKey.of(FIRST));
    }
}
