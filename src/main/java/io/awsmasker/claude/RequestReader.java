package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonSyntaxException;

/**
 * Parses a body and finds the texts in it, in time linear in its length. It bounds how deep and how many values are, because each
 * costs memory until the request is masked.
 */
final class RequestReader {
    private static final int MAX_DEPTH = 256;

    /** Far more than clients send; each value costs some hundred bytes while it is masked. */
    private static final int MOST_NODES = 500_000;

    private final ContentPolicy policy;
    private final String ruleset;

    RequestReader(ContentPolicy policy, String ruleset) {
        this.policy = policy;
        this.ruleset = ruleset;
    }

    /** See {@link RequestMasking#read(byte[])}. */
    ReadRequest body(byte[] body) {
        JsonIndex index = parse(body, Origin.BODY);
        if (index.kind(JsonIndex.ROOT) != JsonIndex.Kind.OBJECT) {
            throw new InvalidBody("the body must be a JSON object");
        }
        RequestSpots spots = RequestWalk.of(index, Origin.BODY, new Rule.Into(Place.BODY), policy);
        return new ReadRequest(index, Origin.BODY, spots, Turns.of(spots, ruleset));
    }

    /** The same for a part of a body that is no conversation: an object of the given place, or an array of such. */
    ReadRequest part(byte[] part, Place root, Origin origin) {
        JsonIndex index = parse(part, origin);
        return new ReadRequest(index, origin, RequestWalk.of(index, origin, new Rule.Into(root), policy), Turns.NONE);
    }

    private static JsonIndex parse(byte[] body, Origin origin) {
        JsonIndex index;
        try {
            index = JsonIndex.parse(body, 0, body.length, MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            throw new InvalidBody(origin.fault(e, Place::isProtocolWord));
        }
        if (index.size() > MOST_NODES) {
            throw new OversizedBody("the body has more than " + MOST_NODES + " JSON values; send less at once");
        }
        return index;
    }
}
