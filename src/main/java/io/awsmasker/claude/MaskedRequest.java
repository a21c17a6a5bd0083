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
 * @param restoration puts the originals back into the answer
 * @param documents translates citations in the answer
 * @param concealed originals that must not stand anywhere in {@code toProve}
 * @param counts how often each class of token was put in
 * @param conversation the hash of the whole conversation, by which its answer and its next turn are recognised; empty for none
 * @param turns the message counts of the requests that it grew by
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record MaskedRequest(
        byte[] body,
        byte[] toProve,
        Restoration restoration,
        CitedDocuments documents,
        Set<String> concealed,
        Map<String, Integer> counts,
        String conversation,
        List<Integer> turns) {
    /** What is no conversation, and all of it new. */
    static MaskedRequest alone(byte[] body, Restoration restoration, Masking masking) {
        return new MaskedRequest(
                body, body, restoration, CitedDocuments.NONE, masking.concealed(), masking.counts(), "", List.of());
    }

    /** The same with other bytes around it. */
    MaskedRequest with(byte[] bytes, byte[] proof) {
        return new MaskedRequest(bytes, proof, restoration, documents, concealed, counts, conversation, turns);
    }
}
