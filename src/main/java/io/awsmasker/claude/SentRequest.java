package io.awsmasker.claude;

import io.awsmasker.mask.Restoration;
import java.util.List;

/**
 * What is kept of a request once it has left, until its answer has ended. The body is not a part of it: a stream may last for
 * an hour, and many may be open at once.
 *
 * @param restoration puts the originals back into the answer
 * @param documents translates citations in the answer
 * @param conversation the hash of the whole conversation, by which its answer and its next turn are recognised; empty for none
 * @param turns the message counts of the requests that it grew by
 */
public record SentRequest(
        Restoration restoration, CitedDocuments documents, String conversation, List<Integer> turns) {}
