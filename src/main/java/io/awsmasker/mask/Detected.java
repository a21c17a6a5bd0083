package io.awsmasker.mask;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands in some passages and has no token yet; opaque outside this room. */
public final class Detected {
    private final List<List<Hit>> hits;

    Detected(List<List<Hit>> hits) {
        this.hits = hits;
    }

    List<List<Hit>> hits() {
        return hits;
    }

    /** Whether anything in the passage of this number is to be replaced. */
    public boolean any(int passage) {
        return !hits.get(passage).isEmpty();
    }

    /** The setting that forbids something in the passage of this number to be sent at all, if one does. */
    public Optional<String> blockedBy(int passage) {
        return hits.get(passage).stream()
                .map(Hit::blockedBy)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
