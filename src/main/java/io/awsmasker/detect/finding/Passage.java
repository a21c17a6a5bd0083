package io.awsmasker.detect.finding;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of text to search: bytes {@code [start, end)} of {@code text}, in UTF-8. A lone surrogate, which UTF-8 cannot
 * write, stands as the three bytes that its code point would have.
 *
 * @param text the array that holds the passage; never changed
 * @param start offset of the first byte
 * @param end offset behind the last byte
 * @param key the name under which the passage stands where it came from (a JSON member, nearest one outwards), or null:
 *     {@code "Bucket"} makes a bucket name of a word that has no shape of its own
 */
@SuppressWarnings("ArrayRecordComponent") // a window on a large body, never compared and never copied
public record Passage(
        byte[] text, int start, int end, @Nullable String key) {}
