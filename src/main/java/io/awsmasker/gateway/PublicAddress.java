package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.redis.Lookup;
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
    private static final Pattern BASE =
            Pattern.compile("https?://[A-Za-z0-9._\\[\\]:-]+(/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+]");

    private final Optional<String> configured;

    PublicAddress(GatewaySettings settings) {
        this.configured = settings.publicUrl();
    }

    static Optional<String> read(Lookup settings) {
        Lookup masker = settings.under("masker.");
        Optional<String> url = masker.text("public-url");
        url.filter(text -> !BASE.matcher(text).matches())
                .ifPresent(bad -> masker.problem(
                        "public-url",
                        "not an address; set it to one like https://masker.example.com, without a slash at its end, query"
                                + " or user"));
        return url;
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
