package io.awsmasker.claude;

import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Maskable;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a request's body to search, and what may be done to it. It says where in the conversation it stands, since masking
 * asks for that later.
 *
 * @param bytes the decoded bytes of a string to put tokens in, or null for any other use
 * @param message the position of its message, or -1 outside of the messages
 * @param assistant whether it stands in a message that Claude wrote, or so the client says
 * @param signed the position of the signed block it is a part of, or -1
 */
record Spot(
        int node, Use use, @Nullable StringBytes bytes, Maskable maskable, int message, boolean assistant, int signed) {
    /** What is done with a spot. */
    enum Use {
        /** Tokens are put in. */
        MASK,
        /** Nothing can be put in, so nothing may be found. */
        CLEAN,
        /** A JSON value as a whole, which shows what its strings mean to each other; nothing is put in here. */
        CONTEXT,
        /** Leaves as it is, because the operator allowed just this value. */
        ALLOWED,
        /** A place in a document, which moves with what is replaced in it. */
        CITED
    }
}
