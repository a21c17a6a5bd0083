package io.awsmasker.claude;

import io.awsmasker.claude.RequestSpots.Spot;
import io.awsmasker.mask.Detected;
import java.util.List;

/** A parsed body and what was found in it, before any of that has a token. Opaque outside this room. */
public final class PreparedRequest {
    private final ReadRequest read;
    private final Recollected known;
    private final List<Spot> searched;
    private final Detected detected;

    PreparedRequest(ReadRequest read, Recollected known, List<Spot> searched, Detected detected) {
        this.read = read;
        this.known = known;
        this.searched = searched;
        this.detected = detected;
    }

    ReadRequest read() {
        return read;
    }

    /** How many places of it are to be replaced. */
    public int places() {
        return detected.places();
    }

    /** How many values stand in these places. */
    public int values() {
        return detected.values();
    }

    Recollected known() {
        return known;
    }

    List<Spot> searched() {
        return searched;
    }

    Detected detected() {
        return detected;
    }
}
