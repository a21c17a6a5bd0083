package io.awsmasker.gateway;

import io.awsmasker.access.Credential;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.gateway.settings.UpstreamKey;
import io.awsmasker.gateway.settings.UpstreamSettings;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The Claude API, or what stands in for it: one pooled client for one address, HTTP/2 where the server offers it. */
final class Upstream {
    private static final int MAX_HEADER = 64 << 10;

    /** Few, and with room for each in the connection's window, so that a client that reads slowly stops nobody else. */
    private static final int STREAMS_PER_CONNECTION = 16;

    private static final int CONNECTION_WINDOW_PER_STREAM = 256 << 10;

    private final HttpClient client;
    private final URI base;
    private final UpstreamKey apiKey;
    private final UpstreamSettings settings;

    /** A wait behind the requests that are open, beside the time that connecting and greeting may take. */
    private static final int WAITING = 2;

    Upstream(Vertx vertx, URI base, UpstreamSettings settings) {
        this.base = base;
        this.settings = settings;
        this.apiKey = settings.apiKey();
        apiKey.follow(vertx);
        boolean tls = base.getScheme().equals("https");
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(tls)
                .setUseAlpn(tls)
                .setProtocolVersion(tls ? HttpVersion.HTTP_2 : HttpVersion.HTTP_1_1)
                .setVerifyHost(true)
                .setTcpKeepAlive(true)
                .setMaxPoolSize(settings.poolSize())
                .setHttp2MaxPoolSize(settings.poolSize())
                .setHttp2MultiplexingLimit(STREAMS_PER_CONNECTION)
                .setHttp2ConnectionWindowSize(STREAMS_PER_CONNECTION * CONNECTION_WINDOW_PER_STREAM)
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setSslHandshakeTimeout(settings.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout((int) settings.idleTimeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(MAX_HEADER)
                .setDecompressionSupported(true));
    }

    /** A request that is ready to be sent: credentials set, no compression asked for, no redirect followed. */
    Future<UpstreamRequest> request(ProvedHead head, @Nullable Credential credential) {
        MultiMap outgoing = HttpHeaders.headers().addAll(head.headers());
        outgoing.set(HttpHeaders.ACCEPT_ENCODING, "identity");
        if (apiKey.isPresent()) {
            outgoing.set("x-api-key", apiKey.value());
        } else if (credential != null) {
            outgoing.set(credential.header(), credential.value());
        }
        Duration patience = settings.connectTimeout().multipliedBy(WAITING);
        return client.request(new RequestOptions()
                        .setConnectTimeout(patience.toMillis())
                        .setMethod(head.method())
                        .setHost(base.getHost())
                        .setPort(port())
                        .setSsl(base.getScheme().equals("https"))
                        .setURI(head.target())
                        .setHeaders(outgoing)
                        .setFollowRedirects(false))
                .map(UpstreamRequest::new)
                .recover(fault -> Future.failedFuture(fault instanceof TimeoutException ? busy(patience) : fault));
    }

    private Refusal busy(Duration patience) {
        return new Refusal(
                ErrorCode.OVERLOADED,
                "no connection to the Claude API became free within " + patience.toMillis() + " ms; open requests use"
                        + " all of them, and masker.upstream.pool-size (" + settings.poolSize() + ") says how many"
                        + " there may be" + Refusals.NOTHING_SENT);
    }

    Future<Void> close() {
        return client.close();
    }

    private int port() {
        return base.getPort() >= 0 ? base.getPort() : base.getScheme().equals("https") ? 443 : 80;
    }
}
