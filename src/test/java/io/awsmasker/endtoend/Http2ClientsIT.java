package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Received;
import io.awsmasker.testing.Sdk;
import io.awsmasker.testing.TestPem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 on the side of the clients: all requests of one are streams of one connection, and none may end the others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Http2ClientsIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d6b";

    private final Vertx vertx = Vertx.vertx();
    private final Scene scene = Scene.start(Map.of(
            "QUARKUS_HTTP_SSL_PORT", "0",
            "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", TestPem.SHARED.certificate().toString(),
            "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", TestPem.SHARED.key().toString()));
    private final HttpClient client = vertx.createHttpClient(new HttpClientOptions()
            .setSsl(true)
            .setUseAlpn(true)
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setHttp2MaxPoolSize(1)
            .setTrustAll(true)
            .setVerifyHost(false));

    Http2ClientsIT() {
        scene.claude().forbid(List.of(INSTANCE));
    }

    @BeforeEach
    void calm() {
        scene.calm();
    }

    @AfterAll
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        scene.claude().assertClean();
        scene.close();
    }

    private static <T> T now(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private HttpClientRequest begin(long length) throws Exception {
        HttpClientRequest request = now(client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost("127.0.0.1")
                .setPort(scene.gateway().tlsPort())
                .setURI("/v1/messages")));
        request.putHeader("x-api-key", Sdk.KEY)
                .putHeader("anthropic-version", "2026-10-21")
                .putHeader("content-type", "application/json")
                .putHeader("content-length", String.valueOf(length));
        return request;
    }

    private static Buffer question(boolean streamed) {
        return Buffer.buffer(Questions.body("about " + INSTANCE, streamed).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asks(boolean streamed) throws Exception {
        Buffer body = question(streamed);
        HttpClientRequest request = begin(body.length());
        String text = now(request.send(body).compose(answer -> {
                    assertEquals(HttpVersion.HTTP_2, answer.version());
                    assertEquals(200, answer.statusCode());
                    return answer.body();
                }))
                .toString();
        assertTrue(text.contains(INSTANCE), text);
    }

    /** 5.23: a stream that the client resets is taken back, and its connection serves on. */
    @Test
    void aStreamThatIsResetIsTakenBack() throws Exception {
        Gate gate = new Gate();
        gate.release(3);
        scene.claude().deliver(Delivery.plain().behind(gate));
        Buffer body = question(true);
        HttpClientRequest request = begin(body.length());
        CompletableFuture<Void> begun = new CompletableFuture<>();
        request.response()
                .onSuccess(answer -> answer.exceptionHandler(reset -> {}).handler(piece -> begun.complete(null)));
        now(request.end(body));
        begun.get(60, TimeUnit.SECONDS);
        Received upstream = scene.claude().last();
        request.reset();
        assertNotNull(upstream.clientGone().get(30, TimeUnit.SECONDS));
        scene.calm();
        asks(false);
    }

    /** A body that is announced as far too large is refused with its code, and the other streams of the connection go on. */
    @Test
    void aBodyThatIsTooLargeEndsItsOwnStreamOnly() throws Exception {
        Buffer body = question(false);
        HttpClientRequest other = begin(body.length());
        CompletableFuture<Buffer> answered = other.response()
                .compose(HttpClientResponse::body)
                .toCompletionStage()
                .toCompletableFuture();
        now(other.sendHead());
        now(other.write(body.getBuffer(0, 10)));

        HttpClientRequest large = begin(300L << 20);
        CompletableFuture<HttpClientResponse> refusal =
                large.response().toCompletionStage().toCompletableFuture();
        now(large.sendHead());
        large.write(Buffer.buffer("{"));
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(refusal::isDone);
        other.end(body.getBuffer(10, body.length()));

        assertTrue(answered.get(60, TimeUnit.SECONDS).toString().contains(INSTANCE), "the other stream");
        assertEquals(413, refusal.get(60, TimeUnit.SECONDS).statusCode());
    }
}
