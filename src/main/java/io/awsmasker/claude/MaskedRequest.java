package io.awsmasker.claude;

import io.awsmasker.mask.Masking;
import io.awsmasker.mask.Restoration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request in which identifiers have become tokens. Only this room makes one, since it says what needs no proof. */
public final class MaskedRequest {
    private final byte[] body;
    private final Unproved unproved;
    private final Set<String> concealed;
    private final Map<String, Integer> counts;
    private final SentRequest sent;

    MaskedRequest(byte[] body, Unproved unproved, Masking masking, SentRequest sent) {
        this(body, unproved, masking.concealed(), masking.counts(), sent);
    }

    private MaskedRequest(
            byte[] body, Unproved unproved, Set<String> concealed, Map<String, Integer> counts, SentRequest sent) {
        this.body = body;
        this.unproved = unproved;
        this.concealed = concealed;
        this.counts = counts;
        this.sent = sent;
    }

    /** What is no conversation, and all of it new. */
    static MaskedRequest alone(byte[] body, Restoration restoration, Masking masking) {
        return new MaskedRequest(
                body, Unproved.NONE, masking, new SentRequest(restoration, CitedDocuments.NONE, "", List.of()));
    }

    /** The same with other bytes, all of which are to be proved. */
    MaskedRequest with(byte[] bytes) {
        return new MaskedRequest(bytes, Unproved.NONE, concealed, counts, sent);
    }

    /** The same without the first byte and the last. */
    MaskedRequest opened() {
        return new MaskedRequest(
                Arrays.copyOfRange(body, 1, body.length - 1), unproved.behind(1), concealed, counts, sent);
    }

    /** The bytes to send. */
    public byte[] body() {
        return body;
    }

    /**
     * The bytes to send, but blank where Claude wrote them itself or had them before: a copy of {@link #body}, or that array
     * itself when nothing is blank.
     */
    public byte[] toProve() {
        return unproved.blanked(body);
    }

    /** Originals that must not stand anywhere in {@link #toProve}. */
    public Set<String> concealed() {
        return concealed;
    }

    /** How often each class of token was put in. */
    public Map<String, Integer> counts() {
        return counts;
    }

    /** What its answer needs. */
    public SentRequest sent() {
        return sent;
    }
}
