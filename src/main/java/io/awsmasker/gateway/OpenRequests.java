package io.awsmasker.gateway;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests that are open now: a mapping that was used since the oldest of them began may be in use. */
@Singleton
public class OpenRequests {
    private final Map<RoutingContext, Instant> begun = new ConcurrentHashMap<>();
    private final AtomicInteger streams = new AtomicInteger();

    void opened(RoutingContext routing) {
        begun.put(routing, Instant.now());
        routing.addEndHandler(ended -> begun.remove(routing));
    }

    /** When the oldest open request began; later than any time when none is open. */
    Instant oldest() {
        return begun.values().stream().min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    /** The answer to this request passes piece by piece from now on. */
    void streaming(RoutingContext routing) {
        streams.incrementAndGet();
        routing.addEndHandler(ended -> streams.decrementAndGet());
    }

    /** How many requests are open. */
    public int count() {
        return begun.size();
    }

    /** How many answers are passing piece by piece. */
    public int streams() {
        return streams.get();
    }
}
