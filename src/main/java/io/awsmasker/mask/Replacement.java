package io.awsmasker.mask;

/**
 * Bytes {@code [start, end)} of a passage's array become {@code text}.
 *
 * @param start offset of the first replaced byte
 * @param end offset behind the last replaced byte
 * @param text what stands there instead
 */
public record Replacement(int start, int end, String text) {}
