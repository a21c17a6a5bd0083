package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256 over a sequence of parts, each with its length in front, so that no two sequences are hashed alike. */
public final class Digest {
    private final MessageDigest sha256;

    /** Of nothing yet. */
    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Digest add(byte[] text, int start, int end) {
        add(end - start);
        sha256.update(text, start, end - start);
        return this;
    }

    /** One more part. */
    public Digest add(byte[] part) {
        return add(part, 0, part.length);
    }

    /** Lone surrogates become question marks, as in every other reader of UTF-8. */
    public Digest add(String part) {
        return add(part.getBytes(UTF_8));
    }

    private void add(int number) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha256.update((byte) (number >>> shift));
        }
    }

    byte[] bytes() {
        return sha256.digest();
    }

    /** The hash in 43 letters, digits, hyphens and underscores. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }
}
