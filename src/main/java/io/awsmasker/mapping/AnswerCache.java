package io.awsmasker.mapping;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers of Claude as they came, masked, for questions that are asked again. They are the tenant's own, and what is found may
 * have been thrown away at any time.
 *
 * <p>A returned stage may complete on any thread, and fails with {@link MappingException} when the store cannot be asked.
 */
public interface AnswerCache {
    /** Keeps nothing. */
    AnswerCache OFF = new AnswerCache() {
        @Override
        public CompletionStage<Optional<String>> find(Tenant tenant, String question) {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public CompletionStage<Void> keep(Tenant tenant, String question, String answer) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> forget(Tenant tenant) {
            return CompletableFuture.completedStage(null);
        }
    };

    /**
     * The answer that was kept for this question.
     *
     * @param question a hash of all that shapes the answer, in letters, digits, hyphens and underscores
     */
    CompletionStage<Optional<String>> find(Tenant tenant, String question);

    /** Keeps a masked answer, unless it is too long; it may take the place of another. */
    CompletionStage<Void> keep(Tenant tenant, String question, String answer);

    /** Forgets all answers to the tenant. */
    CompletionStage<Void> forget(Tenant tenant);
}
