package io.awsmasker.gateway;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Without TLS this server speaks HTTP/1.1 only. An upgrade to HTTP/2 that a proxy in front lets through would be a tunnel past
 * whatever that proxy checks.
 */
@Singleton
public class ClearTextHttp implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
