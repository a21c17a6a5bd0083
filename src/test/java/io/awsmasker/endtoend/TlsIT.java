package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.Sdk;
import io.awsmasker.testing.TestCertificate;
import io.vertx.core.http.HttpVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to the real API: TLS that is checked, and HTTP/2. */
class TlsIT {
    private static final String TEXT = "over TLS: i-0d4c3b2a19f8e7d65";

    @TempDir
    private Path folder;

    @Test
    void speaksHttp2WithAnUpstreamThatItTrusts() {
        TestCertificate certificate = TestCertificate.in(folder);
        try (FakeClaude claude = FakeClaude.startTls(certificate);
                RealRedis redis = RealRedis.start();
                PackagedGateway gateway = PackagedGateway.start(
                        Scene.settings(claude, redis.port(), Map.of()),
                        "-Djavax.net.ssl.trustStore=" + certificate.keyStore(),
                        "-Djavax.net.ssl.trustStorePassword=" + certificate.password());
                Sdk sdk = Sdk.at(gateway.url())) {
            gateway.awaitReady(200);
            claude.forbid(List.of("i-0d4c3b2a19f8e7d65"));
            assertEquals(TEXT, Sdk.text(sdk.plain(Sdk.ask("tls", TEXT).build())));
            claude.deliver(Delivery.plain().writes(3));
            assertEquals(TEXT, Sdk.text(sdk.streamed(Sdk.ask("tls", TEXT).build())));
            assertEquals(HttpVersion.HTTP_2, claude.last().version());
            claude.assertClean();
        }
    }

    @Test
    void sendsNothingToAnUpstreamThatItDoesNotTrust() {
        try (FakeClaude claude = FakeClaude.startTls(TestCertificate.in(folder));
                RealRedis redis = RealRedis.start();
                PackagedGateway gateway = PackagedGateway.start(Scene.settings(claude, redis.port(), Map.of()))) {
            gateway.awaitReady(200);
            assertEquals(
                    502,
                    gateway.send(Questions.post(gateway.url(), Questions.body(TEXT))
                                    .build())
                            .statusCode());
            assertEquals(0, claude.requestsBegun());
        }
    }
}
