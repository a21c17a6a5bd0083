package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.List;

/** Finds AWS identifiers. */
public final class Detector {
    /** Returns for each passage its findings, in ascending order and never overlapping. */
    public List<List<Finding>> find(List<Passage> passages) {
        return new ArrayList<>(passages.stream().map(p -> List.<Finding>of()).toList());
    }
}
