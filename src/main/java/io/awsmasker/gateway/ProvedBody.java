package io.awsmasker.gateway;

import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Leak;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.buffer.Buffer;

/** Bytes that may leave. Nobody can make any but by having the second scan search them. */
final class ProvedBody {
    private final Buffer bytes;

    private ProvedBody(Buffer bytes) {
        this.bytes = bytes;
    }

    /** Of a request that has no body, or none yet. */
    static ProvedBody empty() {
        return new ProvedBody(Buffer.buffer());
    }

    /**
     * Searches the bytes that are to leave, without those stretches that Claude wrote itself or had before; linear in their
     * length.
     *
     * @throws Refusal if something is left in them
     */
    static ProvedBody of(MaskedRequest masked, ProofExemptions exemptions) {
        byte[] searched = masked.toProve();
        new OutgoingProof(masked.concealed(), exemptions)
                .check(searched, 0, searched.length)
                .ifPresent(leak -> {
                    throw refusal(leak);
                });
        return new ProvedBody(Buffer.buffer(masked.body()));
    }

    private static Refusal refusal(Leak leak) {
        return new Refusal(
                ErrorCode.UNMASKED_DATA_LEAK,
                "the masked body still holds something of kind " + leak.kind() + " at byte " + leak.offset()
                        + ", which the proof before sending does not let through; write the value in plain text (not"
                        + " percent-encoded twice, not in a key or a signed or encoded field) or leave it out, and report"
                        + " it if it was plain text" + Refusals.NOTHING_SENT);
    }

    /** Puts more of the same body behind this part of it. */
    void append(ProvedBody next) {
        bytes.appendBuffer(next.bytes);
    }

    int length() {
        return bytes.length();
    }

    Buffer bytes() {
        return bytes;
    }
}
