package io.awsmasker.detect.wrapping;

import io.awsmasker.detect.finding.Reading;

/**
 * A stretch of a text that holds another text in a form of its own.
 *
 * @param reading the text inside
 * @param end where the stretch ends
 */
public record Wrapped(Reading reading, int end) {}
