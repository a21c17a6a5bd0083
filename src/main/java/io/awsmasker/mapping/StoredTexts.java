package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which texts may stand in Redis: the current one, in which everything is written, and while keys are
 * rotated the other one, which is read too.
 *
 * @param current the form that is written
 * @param other another form that is read, null when there is none
 * @param fingerprint of the current key, empty for clear texts
 * @param otherFingerprint of the other key, empty when there is none
 */
public record StoredTexts(TextForm current, @Nullable TextForm other, String fingerprint, String otherFingerprint) {
    /** Mappings that are not encrypted. */
    public static final StoredTexts CLEAR = new StoredTexts(TextForm.CLEAR, null, "", "");

    /** Mappings encrypted with the one key, and readable with the other if that is not null. */
    public static StoredTexts sealed(EncryptionKey key, @Nullable EncryptionKey other) {
        return new StoredTexts(
                new SealedTexts(key),
                other == null ? null : new SealedTexts(other),
                key.fingerprint(),
                other == null ? "" : other.fingerprint());
    }

    /** Whether a store with this fingerprint, which is empty for clear texts, was written in one of these forms. */
    boolean isOf(String found) {
        return found.equals(fingerprint) || (!found.isEmpty() && found.equals(otherFingerprint));
    }

    /** A text in all forms in which it may be found. */
    Text of(Tenant tenant, String value) {
        return new Text(
                value,
                current.name(tenant, value),
                current.stored(tenant, value),
                other == null ? null : other.name(tenant, value),
                other == null ? null : other.stored(tenant, value));
    }

    /** The name of the text whose stored form this is; the names of all keys have the same length. */
    String nameIn(String stored) {
        return current.nameIn(stored);
    }

    /** @throws MappingException if it can be read in none of the forms */
    String text(Tenant tenant, String stored) {
        TextForm second = other;
        if (second == null) {
            return current.text(tenant, stored);
        }
        try {
            return current.text(tenant, stored);
        } catch (MappingException e) {
            if (e.reason() != Reason.ENCRYPTION) {
                throw e;
            }
            return second.text(tenant, stored);
        }
    }

    /**
     * One text.
     *
     * @param value the text itself
     * @param name what stands for it in the name of a key
     * @param stored what stands for it in a value
     * @param otherName its name in the other form, null when there is none
     * @param otherStored its value in the other form, null when there is none
     */
    record Text(
            String value,
            String name,
            String stored,
            @Nullable String otherName,
            @Nullable String otherStored) {
        /** The same text where it is still in the other form. */
        Text inOtherForm() {
            return otherName == null || otherStored == null
                    ? this
                    : new Text(value, otherName, otherStored, name, stored);
        }

        boolean isStoredAs(@Nullable String found) {
            return stored.equals(found) || (otherStored != null && otherStored.equals(found));
        }
    }
}
