package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.gateway.settings.GatewaySettings;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address under which clients reach this gateway: as configured, or as the request itself says. What a proxy in front
 * adds about it counts only when Quarkus is told to trust it ({@code quarkus.http.proxy.*}).
 */
@Singleton
class PublicAddress {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+]");

    private final Optional<String> configured;

    PublicAddress(GatewaySettings settings) {
        this.configured = settings.publicUrl();
    }

    /** Scheme, host and port, without a slash at the end. */
    String of(HttpServerRequest request) {
        if (configured.isPresent()) {
            return configured.get();
        }
        HostAndPort authority = request.authority();
        if (authority == null || !HOST.matcher(authority.host()).matches()) {
            throw new Refusal(
                    ErrorCode.SECURITY_BYPASS_ATTEMPT,
                    "the host header of this request is no address; send one, or set masker.public-url");
        }
        String port = authority.port() > 0 ? ":" + authority.port() : "";
        return (request.isSSL() ? "https" : request.scheme()) + "://" + authority.host() + port;
    }
}
