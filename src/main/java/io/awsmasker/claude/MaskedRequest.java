package io.awsmasker.claude;

import io.awsmasker.mask.Masking;
import io.awsmasker.mask.Restoration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request that may leave, once it is proved.
 *
 * @param body the bytes to send
 * @param toProve the same bytes, but blank where Claude wrote them itself or had them before; often the same array
 * @param concealed originals that must not stand anywhere in {@code toProve}
 * @param counts how often each class of token was put in
 * @param sent what its answer needs
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record MaskedRequest(
        byte[] body, byte[] toProve, Set<String> concealed, Map<String, Integer> counts, SentRequest sent) {
    /** What is no conversation, and all of it new. */
    static MaskedRequest alone(byte[] body, Restoration restoration, Masking masking) {
        SentRequest sent = new SentRequest(restoration, CitedDocuments.NONE, "", List.of());
        return new MaskedRequest(body, body, masking.concealed(), masking.counts(), sent);
    }

    /** The same with other bytes around it. */
    MaskedRequest with(byte[] bytes, byte[] proof) {
        return new MaskedRequest(bytes, proof, concealed, counts, sent);
    }
}
