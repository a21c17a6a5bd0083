package io.awsmasker.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.mapping.MappingException.Reason;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Texts under a key of their tenant: named by their HMAC-SHA-256, and stored as that name and AES-256-GCM ciphertext. The
 * nonce is the beginning of the name, as in the SIV construction (RFC 5297): two texts never share a nonce short of a
 * collision of the HMAC, no count of messages wears the key out, and equal texts look equal, which the name shows anyway.
 */
final class SealedTexts implements TextForm {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NAME_LENGTH = 43;
    /** A name, then at least a byte and its tag. */
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_-]{" + NAME_LENGTH + "}[A-Za-z0-9_-]{23,}");

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final EncryptionKey key;
    private final Map<Tenant, Keys> keys = new ConcurrentHashMap<>();

    SealedTexts(EncryptionKey key) {
        this.key = key;
    }

    @Override
    public String name(Tenant tenant, String text) {
        return ENCODER.encodeToString(hmac(of(tenant), text.getBytes(UTF_8)));
    }

    @Override
    public String stored(Tenant tenant, String text) {
        Keys of = of(tenant);
        byte[] clear = text.getBytes(UTF_8);
        byte[] hmac = hmac(of, clear);
        try {
            return ENCODER.encodeToString(hmac) + ENCODER.encodeToString(cipher(Cipher.ENCRYPT_MODE, of, hmac, clear));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM of this Java cannot encrypt", e);
        }
    }

    @Override
    public String nameIn(String stored) {
        return stored.length() < NAME_LENGTH ? stored : stored.substring(0, NAME_LENGTH);
    }

    @Override
    public String text(Tenant tenant, String stored) {
        try {
            byte[] hmac = DECODER.decode(nameIn(stored));
            byte[] sealed = DECODER.decode(stored.substring(NAME_LENGTH));
            byte[] clear = cipher(Cipher.DECRYPT_MODE, of(tenant), hmac, sealed);
            if (Arrays.equals(hmac, hmac(of(tenant), clear))) {
                return new String(clear, UTF_8);
            }
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // Said below: the causes of these exceptions would not help, and their texts may quote the value.
        }
        throw new MappingException(Reason.ENCRYPTION, "a mapping in Redis was not written with this encryption key");
    }

    /** The name in what may be a sealed text of any key; null if it cannot be one. */
    static @Nullable String nameInSealed(String stored) {
        return SEALED.matcher(stored).matches() ? stored.substring(0, NAME_LENGTH) : null;
    }

    @Override
    public int nameLength() {
        return NAME_LENGTH;
    }

    private static byte[] cipher(int mode, Keys keys, byte[] hmac, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.cipherKey, new GCMParameterSpec(TAG_BITS, hmac, 0, NONCE_BYTES));
        return cipher.doFinal(input);
    }

    private static byte[] hmac(Keys keys, byte[] text) {
        try {
            return ((Mac) keys.named.clone()).doFinal(text);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("HMAC-SHA-256 of this Java cannot be cloned", e);
        }
    }

    private Keys of(Tenant tenant) {
        return keys.computeIfAbsent(
                tenant,
                one -> new Keys(
                        EncryptionKey.hmac(key.derived("name of a text of " + one.id())),
                        new SecretKeySpec(key.derived("text of " + one.id()), "AES")));
    }

    /** The two keys of a tenant; {@code named} is only ever cloned. */
    private record Keys(Mac named, SecretKeySpec cipherKey) {}
}
