package io.awsmasker.detect.finding;

import io.awsmasker.detect.catalogue.FindingType;

/**
 * An identifier found in a passage: bytes {@code [start, end)} of its text are of {@code type}.
 *
 * @param type what was found
 * @param start offset of the first byte, from the beginning of the passage's array
 * @param end offset behind the last byte
 */
public record Finding(FindingType type, int start, int end) {}
