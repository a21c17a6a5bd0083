package io.awsmasker.claude;

import io.awsmasker.mask.Restoration;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to take one answer back to its client.
 *
 * @param restoration puts the originals back
 * @param documents translates citations of what the request held
 * @param notes recognises the answer when it comes back, or null when that is of no use
 */
public record Answering(
        Restoration restoration,
        CitedDocuments documents,
        @Nullable AnswerNotes notes) {
    /** An answer that will not come back: an error, a list. */
    public static Answering once(Restoration restoration) {
        return new Answering(restoration, CitedDocuments.NONE, null);
    }

    boolean restoresThoughts() {
        return notes != null && notes.restoresThoughts();
    }
}
