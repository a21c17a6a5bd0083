package io.awsmasker.gateway;

import io.awsmasker.claude.StoredIds;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.mapping.Ownership;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/**
 * Knows what callers keep at Anthropic. An id that is not the caller's is refused, because what it names may hold text that
 * was never masked, or that was masked for somebody else.
 */
@Singleton
class Owners {
    private final Ownership ownership;

    Owners(MappingStore store) {
        this.ownership = store.ownership();
    }

    /** Fails with a {@link Refusal} unless all ids are the caller's. */
    Future<Void> check(Exchange exchange, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Future.succeededFuture();
        }
        return exchange.here(ownership.foreign(exchange.tenant(), ids)).map(foreign -> {
            if (!foreign.isEmpty()) {
                throw new Refusal(
                        ErrorCode.SECURITY_BYPASS_ATTEMPT,
                        "this request names a file, batch, skill, container or message that was not made through"
                                + " this gateway by this tenant, or too long ago; make it anew through the gateway");
            }
            return null;
        });
    }

    /** Completes when the caller owns the ids, which an answer to it has named. */
    Future<Void> remember(Exchange exchange, List<String> ids) {
        return ids.isEmpty() ? Future.succeededFuture() : exchange.here(ownership.remember(exchange.tenant(), ids));
    }

    /** What is to be remembered of the answer to this exchange. */
    StoredIds of(Exchange exchange) {
        return new StoredIds(exchange.kept(), ids -> remember(exchange, ids).toCompletionStage());
    }
}
