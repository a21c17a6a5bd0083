package io.awsmasker.gateway;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Decides where requests go: to the configured address, else to the Claude API, else, when this is a trial without Redis and
 * without a key, to the built-in echo.
 */
final class UpstreamAddress {
    private static final Logger LOG = Logger.getLogger(UpstreamAddress.class);
    private static final String CLAUDE = "https://api.anthropic.com";
    private static final String ECHO = "echo";

    private UpstreamAddress() {}

    static Upstream open(Vertx vertx, UpstreamSettings settings, MappingSettings mapping) {
        boolean trial = !mapping.useRedis() && !settings.apiKey().isPresent();
        String url = settings.url().orElse(trial ? ECHO : CLAUDE);
        URI base = url.equals(ECHO) ? EchoUpstream.start(vertx) : URI.create(url);
        LOG.infof(
                "requests go to %s, with %s",
                url.equals(ECHO) ? "the built-in echo" : base,
                settings.apiKey().isPresent() ? "the configured key" : "the clients' own keys");
        if (base.getScheme().equals("http") && !NearHost.is(base.getHost())) {
            LOG.warn("masker.upstream.url is http:// and leads out of the house: keys and masked text can be read on"
                    + " their way; set it to https://");
        }
        return new Upstream(vertx, base, settings);
    }

    /** Whether requests can go there: an address of nothing but a server, or the echo. */
    static boolean isValid(String url) {
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
