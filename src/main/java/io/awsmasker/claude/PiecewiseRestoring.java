package io.awsmasker.claude;

import java.util.concurrent.CompletionStage;

/**
 * Restores an answer that passes piece by piece. Pieces are given one after another: the next one when the stage of the last
 * has completed.
 */
public interface PiecewiseRestoring {
    /** What the client gets for this piece; complete at once unless something must be looked up. */
    CompletionStage<byte[]> accept(byte[] piece);

    /** What the client gets when the answer has ended in order. */
    CompletionStage<byte[]> end();

    /** How many bytes of the answer wait here for more of it. */
    int held();
}
