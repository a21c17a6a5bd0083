package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an answer travels, it must say the same; and the fake must notice when nobody listens any more. */
class FakeClaudeDeliveryTest {
    private static final String TEXT = "EC2_001 – ☂ 𝒳 – in VPC_002, \"quoted\"";

    private final FakeClaude claude = FakeClaude.start().answer(Scripts.saying(TEXT));
    private final Sdk sdk = Sdk.at(claude.url());

    @AfterEach
    void stop() {
        sdk.close();
        claude.close();
    }

    @Test
    void everyCutOfDeltasAndWritesJoinsToTheSameText() {
        for (int n = 1; n <= 7; n++) {
            claude.deliver(Delivery.plain().cut(Cutter.every(n)).writes(8 - n).withPingsAndComments());
            assertEquals(TEXT, Sdk.text(sdk.streamed(Sdk.ask("c", "say").build())), "pieces of " + n);
            claude.deliver(Delivery.plain().cut(Cutter.at(n)).withCrlf());
            assertEquals(TEXT, Sdk.text(sdk.streamed(Sdk.ask("c", "say").build())), "cut at " + n);
        }
    }

    @Test
    void cutterNeverSplitsASurrogatePair() {
        assertEquals(java.util.List.of("a", "𝒳", "b"), Cutter.every(1).cut("a𝒳b"));
        assertEquals(java.util.List.of("a𝒳", "b"), Cutter.at(2).cut("a𝒳b"));
        assertEquals(java.util.List.of("ab"), Cutter.at(2).cut("ab"));
    }

    @Test
    void compressesAlthoughIdentityWasAsked() throws IOException, InterruptedException {
        claude.deliver(Delivery.plain().gzipped());
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        question(claude.url(), true)
                                .header("accept-encoding", "identity")
                                .build(),
                        BodyHandlers.ofInputStream());
        assertEquals("gzip", answer.headers().firstValue("content-encoding").orElseThrow());
        try (InputStream body = new GZIPInputStream(answer.body())) {
            assertTrue(new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    .endsWith("{\"type\":\"message_stop\"}\n\n"));
        }
    }

    @Test
    void sendsHeadersThatAGatewayPassesOnOrDrops() throws IOException, InterruptedException {
        HttpResponse<Void> answer =
                HttpClient.newHttpClient().send(question(claude.url(), false).build(), BodyHandlers.discarding());
        for (String name :
                java.util.List.of("request-id", "set-cookie", "cf-ray", "anthropic-ratelimit-tokens-reset")) {
            assertTrue(answer.headers().firstValue(name).isPresent(), name);
        }
    }

    @Test
    void gateHoldsEventsAndTheFakeSeesTheClientLeave() throws Exception {
        Gate gate = new Gate();
        claude.deliver(Delivery.plain().behind(gate));
        HttpClient client = HttpClient.newHttpClient();
        try (InputStream body = client.send(question(claude.url(), true).build(), BodyHandlers.ofInputStream())
                .body()) {
            gate.release(1);
            byte[] first = new byte["event: message_start\n".length()];
            assertEquals(first.length, body.readNBytes(first, 0, first.length));
            assertEquals("event: message_start\n", new String(first, StandardCharsets.UTF_8));
            assertFalse(claude.last().clientGone().isDone());
        }
        assertNotNull(claude.last().clientGone().get(30, TimeUnit.SECONDS));
    }

    @Test
    void speaksHttp2OverTls(@TempDir Path folder) throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        KeyStore store = KeyStore.getInstance(
                certificate.keyStore().toFile(), certificate.password().toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("fake", store.getCertificate("upstream"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        try (FakeClaude secure = FakeClaude.startTls(certificate)) {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(tls)
                    .build()
                    .send(question(secure.url(), true).build(), BodyHandlers.ofString());
            assertEquals(HttpClient.Version.HTTP_2, answer.version());
            assertTrue(answer.body().endsWith("{\"type\":\"message_stop\"}\n\n"), answer.body());
            secure.assertClean();
        }
    }

    private static HttpRequest.Builder question(String url, boolean streamed) {
        return Questions.post(
                url,
                "{\"model\":\"claude-opus-5-5\",\"max_tokens\":9,\"stream\":" + streamed
                        + ",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}");
    }
}
