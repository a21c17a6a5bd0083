package io.awsmasker.gateway;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The requests that are open now: a mapping that was used since the oldest of them began may be in use. */
@Singleton
class OpenRequests {
    private final Map<RoutingContext, Instant> begun = new ConcurrentHashMap<>();

    void opened(RoutingContext routing) {
        begun.put(routing, Instant.now());
        routing.addEndHandler(ended -> begun.remove(routing));
    }

    /** When the oldest open request began; later than any time when none is open. */
    Instant oldest() {
        return begun.values().stream().min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }
}
