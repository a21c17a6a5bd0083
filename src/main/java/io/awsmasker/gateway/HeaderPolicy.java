package io.awsmasker.gateway;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which headers pass. Open for the prefixes that Claude's clients and servers keep extending, closed for all others: cookies,
 * addresses and whatever a proxy in front has added stay here.
 */
final class HeaderPolicy {
    private static final Set<String> REQUEST =
            Set.of("accept", "content-type", "user-agent", "x-app", "x-client-request-id", "traceparent");
    private static final List<String> REQUEST_PREFIXES = List.of("anthropic-", "x-claude-code-", "x-stainless-");

    private static final Set<String> RESPONSE =
            Set.of("request-id", "retry-after", "retry-after-ms", "x-should-retry", "content-type", "cache-control");
    private static final List<String> RESPONSE_PREFIXES = List.of("anthropic-");

    private HeaderPolicy() {}

    /** The headers of a client that may go to the upstream, as far as their names tell. */
    static List<Map.Entry<String, String>> request(MultiMap client) {
        return client.entries().stream()
                .filter(header -> passes(header.getKey(), REQUEST, REQUEST_PREFIXES))
                .toList();
    }

    /** Copies to the client what may go there. */
    static void response(MultiMap upstream, MultiMap client) {
        for (Map.Entry<String, String> header : upstream) {
            if (passes(header.getKey(), RESPONSE, RESPONSE_PREFIXES)) {
                client.add(header.getKey(), header.getValue());
            }
        }
    }

    private static boolean passes(String name, Set<String> names, List<String> prefixes) {
        String lower = name.toLowerCase(Locale.ROOT);
        return names.contains(lower) || prefixes.stream().anyMatch(lower::startsWith);
    }
}
