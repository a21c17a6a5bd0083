package io.awsmasker.mapping;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * What was exchanged with Claude before, so that it is known again when a client sends it back: hashes of texts and, beside
 * them, where tokens stood. No text is kept, neither an original nor what Claude wrote.
 *
 * <p>A returned stage may complete on any thread and fails with {@link MappingException} when the store cannot be asked.
 */
public interface Recollections {
    /** What is remembered. */
    enum Kind {
        /** A block that Claude signed. */
        SIGNED,
        /** The beginning of a conversation that was sent. */
        TURN,
        /** A text of an answer. */
        SAID
    }

    /**
     * What is remembered of these hashes, each of which is used by that and lives on.
     *
     * @param hashes letters, digits, hyphens and underscores
     * @return one entry for each hash that is known
     */
    CompletionStage<Map<String, String>> recall(Tenant tenant, Kind kind, Collection<String> hashes);

    /** Remembers a note for each hash; a later note replaces an earlier one. */
    CompletionStage<Void> remember(Tenant tenant, Kind kind, Map<String, String> notes);

    /** Forgets all notes of the tenant. */
    CompletionStage<Void> forget(Tenant tenant);
}
