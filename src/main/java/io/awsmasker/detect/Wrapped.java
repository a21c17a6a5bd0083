package io.awsmasker.detect;

/**
 * A stretch of a text that holds another text in a form of its own.
 *
 * @param reading the text inside
 * @param end where the stretch ends
 */
record Wrapped(Reading reading, int end) {}
