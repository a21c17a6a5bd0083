package io.awsmasker.claude;

import io.awsmasker.claude.Spot.Use;
import io.awsmasker.mask.Detected;
import io.awsmasker.mask.Masker;
import java.util.List;
import java.util.Optional;

/** A parsed body and what was found in it, before any of that has a token. Opaque outside this room. */
public final class PreparedRequest {
    private final ReadRequest read;
    private final Recollected known;
    private final List<Spot> searched;
    private final Detected detected;

    private PreparedRequest(ReadRequest read, Recollected known, List<Spot> searched, Detected detected) {
        this.read = read;
        this.known = known;
        this.searched = searched;
        this.detected = detected;
    }

    /** Searches what was read, but for what is known to leave as it is; see {@link RequestMasking#prepare}. */
    static PreparedRequest of(Masker masker, ReadRequest read, Recollected known) {
        List<Spot> searched = read.spots().stream()
                .filter(spot -> MaskedBody.marks(read, spot, known) == null)
                .toList();
        int[] turns =
                searched.stream().mapToInt(spot -> known.turn(spot.message())).toArray();
        Detected detected = masker.detect(searched.stream().map(Spot::maskable).toList(), turns);
        for (int i = 0; i < searched.size(); i++) {
            check(read, searched.get(i), detected.blockedBy(i), detected.any(i));
        }
        return new PreparedRequest(read, known, searched, detected);
    }

    private static void check(ReadRequest read, Spot spot, Optional<String> setting, boolean found) {
        if (setting.isPresent()) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE,
                    read.path(spot.node()) + " holds a value that must not be sent here, by the setting "
                            + setting.get() + "; leave it out");
        }
        if (spot.use() == Use.CLEAN && found) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE,
                    read.path(spot.node())
                            + " holds an identifier where no token can stand: in a field of the protocol, or as a"
                            + " number; leave it out, or send it as a string");
        }
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
