package io.awsmasker.gateway;

import io.awsmasker.gateway.settings.MappingSettings;
import io.awsmasker.gateway.settings.UpstreamSettings;
import io.vertx.core.Vertx;
import java.net.URI;
import org.jboss.logging.Logger;

/**
 * Decides where requests go: to the configured address, else to the Claude API, else, when this is a trial without Redis and
 * without a key, to the built-in echo.
 */
final class UpstreamAddress {
    private static final Logger LOG = Logger.getLogger(UpstreamAddress.class);
    private static final String CLAUDE = "https://api.anthropic.com";

    private UpstreamAddress() {}

    static Upstream open(Vertx vertx, UpstreamSettings settings, MappingSettings mapping) {
        boolean trial = !mapping.useRedis() && !settings.apiKey().isPresent();
        String url = settings.url().orElse(trial ? UpstreamSettings.ECHO : CLAUDE);
        URI base = url.equals(UpstreamSettings.ECHO) ? EchoUpstream.start(vertx) : URI.create(url);
        LOG.infof(
                "requests go to %s, with %s",
                url.equals(UpstreamSettings.ECHO) ? "the built-in echo" : base,
                settings.apiKey().isPresent() ? "the configured key" : "the clients' own keys");
        if (base.getScheme().equals("http") && !NearHost.is(base.getHost())) {
            LOG.warn("masker.upstream.url is http:// and leads out of the house: keys and masked text can be read on"
                    + " their way; set it to https://");
        }
        return new Upstream(vertx, base, settings);
    }
}
