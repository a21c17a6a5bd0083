package io.awsmasker.mapping;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The ids of what a tenant keeps at Anthropic and made through this gateway. Anything else under an id may hold text that
 * was never masked, so an id that is not here is refused.
 *
 * <p>A returned stage may complete on any thread, and fails with {@link MappingException} when the store cannot be asked.
 */
public interface Ownership {
    /** Remembers ids as the tenant's, for as long as the mappings live that were used in what they name. */
    CompletionStage<Void> remember(Tenant tenant, Collection<String> ids);

    /** Those of the ids that are not the tenant's, or no longer. */
    CompletionStage<Set<String>> foreign(Tenant tenant, Collection<String> ids);

    /** Forgets all ids of the tenant: nobody can use through this gateway what they name. */
    CompletionStage<Void> forget(Tenant tenant);
}
