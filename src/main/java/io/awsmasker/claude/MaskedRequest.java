package io.awsmasker.claude;

import io.awsmasker.mask.Masking;
import io.awsmasker.mask.Restoration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request in which identifiers have become tokens. Only this room makes one, since it says what needs no proof. */
public final class MaskedRequest {
    private final byte[] body;
    private final byte[] toProve;
    private final Set<String> concealed;
    private final Map<String, Integer> counts;
    private final SentRequest sent;

    MaskedRequest(byte[] body, byte[] toProve, Masking masking, SentRequest sent) {
        this(body, toProve, masking.concealed(), masking.counts(), sent);
    }

    private MaskedRequest(
            byte[] body, byte[] toProve, Set<String> concealed, Map<String, Integer> counts, SentRequest sent) {
        this.body = body;
        this.toProve = toProve;
        this.concealed = concealed;
        this.counts = counts;
        this.sent = sent;
    }

    /** What is no conversation, and all of it new. */
    static MaskedRequest alone(byte[] body, Restoration restoration, Masking masking) {
        return new MaskedRequest(body, body, masking, new SentRequest(restoration, CitedDocuments.NONE, "", List.of()));
    }

    /** The same with other bytes around it. */
    MaskedRequest with(byte[] bytes, byte[] proof) {
        return new MaskedRequest(bytes, proof, concealed, counts, sent);
    }

    /** The bytes to send. */
    public byte[] body() {
        return body;
    }

    /** The same bytes, but blank where Claude wrote them itself or had them before; often the same array. */
    public byte[] toProve() {
        return toProve;
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
