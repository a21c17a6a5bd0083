package io.awsmasker.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param host a host name or an address, IPv6 without brackets
 * @param port 1 to 65535
 */
public record HostAndPort(String host, int port) {
    private static final Pattern SERVERLESS =
            Pattern.compile("(?i).+\\.serverless\\.[a-z0-9-]+\\.cache\\.amazonaws\\.com(\\.cn)?");

    /** Whether AWS calls the caches of ElastiCache Serverless so. */
    boolean isServerless() {
        return SERVERLESS.matcher(host).matches();
    }

    /** Whether the client can reach it: it takes a host that no URI allows, as {@code my_redis}, for localhost. */
    boolean isValid() {
        String inUri = bracketed();
        try {
            return inUri.equals(new URI("redis://" + inUri + ":6379").getHost()) && port >= 1 && port <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Written out, as {@link #hashCode}: what the compiler makes of a record is interpreted in a native executable, which
     * costs more than all else that a request to Redis does.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostAndPort endpoint && endpoint.port == port && endpoint.host.equals(host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    private String bracketed() {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    /** As shown to operators and written in URIs: host and port. */
    @Override
    public String toString() {
        return bracketed() + ":" + port;
    }
}
