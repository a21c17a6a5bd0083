package io.awsmasker.gateway.settings;

import io.awsmasker.redis.Lookup;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where masked requests go.
 *
 * @param url base address without path, or {@link #ECHO} for the built-in stand-in
 * @param apiKey the key that replaces the clients' own; none passes theirs on
 * @param connectTimeout how long connecting may take
 * @param idleTimeout how long the upstream may be silent: Claude may think for ten minutes before it answers
 * @param poolSize connections to the upstream
 */
public record UpstreamSettings(
        Optional<String> url, UpstreamKey apiKey, Duration connectTimeout, Duration idleTimeout, int poolSize) {
    /** The address of the built-in stand-in. */
    public static final String ECHO = "echo";

    private static final Duration SHORTEST = Duration.ofMillis(1);

    static UpstreamSettings read(Lookup settings) {
        Lookup upstream = settings.under("masker.upstream.");
        Optional<String> url = upstream.text("url", "CLAUDE_API_URL");
        url.filter(text -> !UpstreamSettings.isValid(text))
                .ifPresent(bad -> upstream.problem(
                        "url",
                        "not an address; set it to one like https://api.anthropic.com, without path, query or user, or"
                                + " to echo",
                        "CLAUDE_API_URL"));
        return new UpstreamSettings(
                url,
                UpstreamKey.read(upstream),
                upstream.duration("connect-timeout", Duration.ofSeconds(5), SHORTEST, Duration.ofHours(1)),
                upstream.duration("idle-timeout", Duration.ofMinutes(15), SHORTEST, Duration.ofDays(1)),
                upstream.number("pool-size", 200, 1, 10_000));
    }

    /** Whether requests can go there: an address of nothing but a server, or the echo. */
    private static boolean isValid(String url) {
        try {
            URI base = URI.create(url);
            boolean web = base.getScheme() != null && Set.of("http", "https").contains(base.getScheme());
            boolean plain = base.getHost() != null
                    && (base.getPath().isEmpty() || base.getPath().equals("/"))
                    && base.getQuery() == null
                    && base.getUserInfo() == null;
            return url.equals(ECHO) || (web && plain);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
