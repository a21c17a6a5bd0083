package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.RequestWalk.Spot;
import io.awsmasker.claude.RequestWalk.Use;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Detected;
import io.awsmasker.mask.Maskable;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Masking;
import io.awsmasker.mask.Replacement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Masks the body of a messages request: finds the positions that carry customer text, and splices tokens into the bytes so
 * that nothing else changes. Two steps, because the first is pure work and the second asks the mappings.
 */
public final class RequestMasking {
    private static final int MAX_DEPTH = 256;

    /** Far more than clients send; each value costs some hundred bytes while it is masked. */
    private static final int MOST_NODES = 500_000;

    private final Masker masker;
    private final Masker lasting;

    public RequestMasking(Masker masker) {
        this(masker, masker);
    }

    /** @param lasting masks what Anthropic keeps for later, with mappings that live as long */
    public RequestMasking(Masker masker, Masker lasting) {
        this.masker = masker;
        this.lasting = lasting;
    }

    /** A parsed body and what stands in it. */
    public static final class Prepared {
        private final JsonIndex index;
        private final List<Spot> spots;
        private final Detected detected;
        private final Set<String> references;
        private final boolean kept;

        private Prepared(JsonIndex index, RequestWalk walk, Detected detected) {
            this.index = index;
            this.spots = walk.spots();
            this.detected = detected;
            this.references = walk.references();
            this.kept = walk.kept();
        }

        /** The ids of what is kept at Anthropic, which the caller must own. */
        public Set<String> references() {
            return references;
        }

        /** Whether Anthropic keeps text of this body for later requests. */
        public boolean kept() {
            return kept;
        }
    }

    /**
     * Parses and searches a body; linear in its length.
     *
     * @throws InvalidBody if it is no JSON object
     * @throws OversizedBody if it has more values than can be masked at once
     * @throws RefusedContent if it holds what must not leave
     */
    public Prepared prepare(byte[] body) {
        JsonIndex index = parse(body);
        if (index.kind(JsonIndex.ROOT) != Kind.OBJECT) {
            throw new InvalidBody("the body must be a JSON object");
        }
        return prepare(index, Place.BODY);
    }

    /** The same for a part of a body: an object of the given place, or an array of such. */
    Prepared prepare(byte[] part, Place root) {
        return prepare(parse(part), root);
    }

    private Prepared prepare(JsonIndex index, Place root) {
        if (index.size() > MOST_NODES) {
            throw new OversizedBody("the body has more than " + MOST_NODES + " JSON values; send less at once");
        }
        RequestWalk walk = RequestWalk.of(index, root);
        List<Spot> spots = walk.spots();
        List<Maskable> maskables = spots.stream().map(Spot::maskable).toList();
        Detected detected = masker.detect(maskables);
        for (int i = 0; i < spots.size(); i++) {
            Optional<String> setting = detected.blockedBy(i);
            if (setting.isPresent()) {
                throw new RefusedContent(
                        RefusedContent.Kind.UNREADABLE,
                        index.path(spots.get(i).node(), Place::isProtocolWord)
                                + " holds a value that must not be sent here, by the setting " + setting.get()
                                + "; leave it out");
            }
            if (spots.get(i).use() == Use.CLEAN && detected.any(i)) {
                throw new RefusedContent(
                        RefusedContent.Kind.UNREADABLE,
                        index.path(spots.get(i).node(), Place::isProtocolWord)
                                + " holds an identifier where no token can stand: in a field of the protocol, or as a"
                                + " number; leave it out, or send it as a string");
            }
        }
        return new Prepared(index, walk, detected);
    }

    /** The masked request; complete at once when the mappings know every value. */
    public CompletionStage<MaskedRequest> mask(Tenant tenant, Prepared prepared) {
        Masker used = prepared.kept ? lasting : masker;
        return used.mask(tenant, prepared.detected)
                .thenApply(masking -> new MaskedRequest(
                        spliced(prepared, masking),
                        used.restoration(tenant, masking),
                        masking.concealed(),
                        masking.counts()));
    }

    private static JsonIndex parse(byte[] body) {
        try {
            return JsonIndex.parse(body, 0, body.length, MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            String path = e.path(Place::isProtocolWord);
            throw new InvalidBody((path.isEmpty() ? "" : "at " + path + ": ") + e.getMessage());
        }
    }

    private static byte[] spliced(Prepared prepared, Masking masking) {
        byte[] body = prepared.index.text();
        Splice splice = new Splice(body, 0, body.length);
        for (int i = 0; i < prepared.spots.size(); i++) {
            StringBytes bytes = prepared.spots.get(i).bytes();
            for (Replacement replacement : masking.replacements().get(i)) {
                if (bytes != null) {
                    splice.replace(
                            bytes.rawOffset(replacement.start()),
                            bytes.rawOffset(replacement.end()),
                            replacement.text().getBytes(UTF_8));
                }
            }
        }
        return splice.isEmpty() ? body : splice.toBytes();
    }
}
