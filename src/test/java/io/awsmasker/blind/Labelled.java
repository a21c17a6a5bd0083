package io.awsmasker.blind;

import java.util.List;

/** A text and all identifiers that stand in it. */
record Labelled(String text, List<Label> labels) {}
