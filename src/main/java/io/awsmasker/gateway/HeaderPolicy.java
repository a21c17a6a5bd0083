package io.awsmasker.gateway;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern VERSION = Pattern.compile("\\s*\\d{4}-\\d{2}-\\d{2}\\s*");
    private static final Pattern BETAS = Pattern.compile("(?!.*\\d{9})[A-Za-z0-9._, -]*");

    private HeaderPolicy() {}

    /** The headers of a client that may go to the upstream, as far as their names tell. */
    static List<Map.Entry<String, String>> request(MultiMap client) {
        return client.entries().stream()
                .filter(header -> passes(header.getKey(), REQUEST, REQUEST_PREFIXES) && isInForm(header))
                .toList();
    }

    /** Two headers of the protocol are read by Claude as what they are called, so they hold nothing else. */
    private static boolean isInForm(Map.Entry<String, String> header) {
        return switch (header.getKey().toLowerCase(Locale.ROOT)) {
            case "anthropic-version" -> VERSION.matcher(header.getValue()).matches();
            case "anthropic-beta" -> BETAS.matcher(header.getValue()).matches();
            default -> true;
        };
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
