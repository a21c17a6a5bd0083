package io.awsmasker.mapping;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Original to token and back, for one tenant at a time. One value has one token, on every instance and through restarts,
 * for as long as the mapping lives; a number is never given out twice.
 *
 * <p>A returned stage may complete on any thread. It fails with {@link MappingException} when the store cannot be asked;
 * there are no partial answers.
 */
public interface Mappings {
    /**
     * The token of each value, made where there is none yet. The first class under which a value is seen stays: one value
     * has one token whatever it is called later.
     *
     * @return a token for every value given
     */
    CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers);

    /**
     * What each token stands for. A token that stands for nothing is reserved as a literal of its own, so that the text
     * that a model invented means the same for ever, and comes back as itself. Text that does not even look like a token
     * (a capital, then capitals, digits and underscores, an underscore and digits at the end) comes back as itself and
     * is not reserved, or it would pass for masked from then on.
     *
     * @return an original for every token given
     */
    CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens);

    /**
     * Completes when the store can be read and written now.
     *
     * @return the generation of the store's data, a space, and a count of erasures: another generation means that the
     *     store has lost what it knew, another count that near caches must forget
     */
    CompletionStage<String> check();
}
