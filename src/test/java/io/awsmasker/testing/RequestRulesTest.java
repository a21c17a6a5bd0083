package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each rule must fire for the request that breaks it, and none for a good one. */
class RequestRulesTest {
    @Test
    void findsNothingWrongWithAGoodRequest() {
        assertEquals(List.of(), broken("{}", headers -> {}));
        assertEquals(List.of(), broken("{}", headers -> headers.set("connection", "Keep-Alive")));
        assertEquals(
                List.of(), broken("{}", headers -> headers.set("content-type", "application/json; charset=utf-8")));
    }

    @Test
    void refusesHeadersOfOtherHops() {
        for (String name :
                List.of("Cookie", "X-Forwarded-For", "x-real-ip", "Via", "Expect", "TE", "content-encoding")) {
            assertEquals(1, broken("{}", headers -> headers.set(name, "x")).size(), name);
        }
        assertEquals(
                1,
                broken("{}", headers -> headers.set("connection", "close, x-app"))
                        .size());
    }

    @Test
    void wantsOneCredentialAndOneVersion() {
        assertEquals(1, broken("{}", headers -> headers.remove("x-api-key")).size());
        assertEquals(
                1,
                broken("{}", headers -> headers.set("authorization", "Bearer x"))
                        .size());
        assertEquals(
                1, broken("{}", headers -> headers.add("x-api-key", "second")).size());
        assertEquals(
                1, broken("{}", headers -> headers.remove("anthropic-version")).size());
    }

    @Test
    void wantsOneTrueFraming() {
        assertEquals(
                1, broken("{}", headers -> headers.set("content-length", "3")).size());
        assertEquals(
                1,
                broken("{}", headers -> headers.set("transfer-encoding", "chunked"))
                        .size());
        assertEquals(
                1,
                broken("{}", headers -> headers.remove("content-length").set("transfer-encoding", "gzip, chunked"))
                        .size());
    }

    @Test
    void wantsJsonInUtf8() {
        assertEquals(
                1,
                broken("{}", headers -> headers.set("content-type", "text/plain"))
                        .size());
        assertEquals(
                1,
                broken("{}", headers -> headers.set("content-type", "application/json; charset=utf-16"))
                        .size());
        assertEquals(
                List.of("body is not UTF-8"),
                RequestRules.broken(received(Buffer.buffer(new byte[] {'"', (byte) 0xc3, '"'}), headers -> {})));
    }

    private static List<String> broken(String body, Consumer<MultiMap> change) {
        return RequestRules.broken(received(Buffer.buffer(body), change));
    }

    private static Received received(Buffer body, Consumer<MultiMap> change) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("host", "localhost")
                .add("x-api-key", "k")
                .add("anthropic-version", "2026-10-21")
                .add("content-type", "application/json")
                .add("content-length", String.valueOf(body.length()));
        change.accept(headers);
        return new Received(1, HttpVersion.HTTP_1_1, "POST", "/v1/messages", headers, body, new CompletableFuture<>());
    }
}
