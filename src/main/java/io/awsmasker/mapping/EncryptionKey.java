package io.awsmasker.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master key of the mappings, 32 bytes. It encrypts nothing itself: every use and every tenant has a key derived from
 * it (HKDF with SHA-256, RFC 5869), so that none of them tells anything of another.
 */
public final class EncryptionKey {
    private static final int BYTES = 32;
    private static final byte[] SALT = "aws-masker mapping v1".getBytes(UTF_8);

    private final byte[] extracted;

    private EncryptionKey(byte[] master) {
        this.extracted = extract(SALT, master);
    }

    /**
     * Reads a key as an operator wrote it.
     *
     * @param base64 32 random bytes in base64, as {@code openssl rand -base64 32} makes them
     * @throws IllegalArgumentException saying what is wrong and how to mend it, and not the key
     */
    public static EncryptionKey of(String base64) {
        byte[] master;
        try {
            master = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not base64; make a key with: openssl rand -base64 32");
        }
        if (master.length != BYTES) {
            throw new IllegalArgumentException("has " + master.length + " bytes instead of " + BYTES
                    + "; make a key with: openssl rand -base64 32");
        }
        return new EncryptionKey(master);
    }

    /** Tells this key from others and nothing about it: what a store remembers to recognise its key. */
    String fingerprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derived("fingerprint"));
    }

    /** A key of 32 bytes for one purpose. */
    byte[] derived(String purpose) {
        return expand(extracted, ("aws-masker " + purpose).getBytes(UTF_8));
    }

    static byte[] extract(byte[] salt, byte[] inputKey) {
        return hmac(salt).doFinal(inputKey);
    }

    /** The first block of HKDF-Expand, which is all that 32 bytes need. */
    static byte[] expand(byte[] pseudoRandomKey, byte[] info) {
        Mac mac = hmac(pseudoRandomKey);
        mac.update(info);
        return mac.doFinal(new byte[] {1});
    }

    static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
        }
    }
}
