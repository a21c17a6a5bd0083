package io.awsmasker.claude;

import io.awsmasker.claude.RequestSpots.Signed;
import io.awsmasker.json.JsonIndex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A parsed body and where its texts are. What it is made of is opaque outside this room. */
public final class ReadRequest {
    private final JsonIndex index;
    private final Origin origin;
    private final RequestSpots spots;
    private final Turns turns;

    ReadRequest(JsonIndex index, Origin origin, RequestSpots spots, Turns turns) {
        this.index = index;
        this.origin = origin;
        this.spots = spots;
        this.turns = turns;
    }

    /** The number of bytes. */
    public int size() {
        return index.text().length;
    }

    /** The ids of what is kept at Anthropic, which the caller must own. */
    public Set<String> references() {
        return spots.facts().references();
    }

    /** The credentials for servers that the operator allowed: they leave as they are, so whose they are is to be checked. */
    public List<String> credentials() {
        return spots.facts().credentials();
    }

    /** Whether Anthropic keeps text of this body for later requests. */
    public boolean kept() {
        return spots.facts().kept();
    }

    /** Whether the answer is asked for in one piece, and not as a stream. */
    public boolean asksForWhole() {
        int stream = index.member(JsonIndex.ROOT, "stream");
        return stream < 0 || index.kind(stream) == JsonIndex.Kind.FALSE;
    }

    /** How often this version met what it does not know, by the kind of object: {@code body}, {@code block}, … */
    public Map<String, Integer> unfamiliar() {
        return spots.facts().unfamiliar().entrySet().stream()
                .collect(Collectors.toMap(met -> met.getKey().name().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }

    JsonIndex index() {
        return index;
    }

    Origin origin() {
        return origin;
    }

    /** Where a node stands, as the sender of the body knows it. */
    String path(int node) {
        return origin.path(index, node, Place::isProtocolWord);
    }

    RequestFacts facts() {
        return spots.facts();
    }

    List<Spot> spots() {
        return spots.spots();
    }

    List<Signed> signed() {
        return spots.signed();
    }

    Turns turns() {
        return turns;
    }
}
