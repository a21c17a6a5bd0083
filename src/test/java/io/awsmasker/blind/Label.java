package io.awsmasker.blind;

/** An identifier of a kind that stands at {@code [start, end)} of a text in ASCII. */
record Label(String kind, int start, int end) {}
