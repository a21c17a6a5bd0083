package io.awsmasker.mask;

import io.awsmasker.detect.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands in some passages and has no token yet. */
public final class Detected {
    private final List<List<Hit>> hits;
    private final List<List<Finding>> late;

    Detected(List<List<Hit>> hits, List<List<Finding>> late) {
        this.hits = hits;
        this.late = late;
    }

    List<List<Hit>> hits() {
        return hits;
    }

    /** Whether anything in the passage of this number is to be replaced. */
    public boolean any(int passage) {
        return !hits.get(passage).isEmpty();
    }

    /** The names in this passage that stay, because they had left before a later turn revealed them. */
    public List<Finding> late(int passage) {
        return late.get(passage);
    }

    /** The setting that forbids something in the passage of this number to be sent at all, if one does. */
    public Optional<String> blockedBy(int passage) {
        return hits.get(passage).stream()
                .map(Hit::blockedBy)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
