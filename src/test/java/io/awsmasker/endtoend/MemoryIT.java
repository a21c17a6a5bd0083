package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Questions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The heap is shared by all that is open: what is done with is given back, and what has no room is refused by itself. */
class MemoryIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d5a";
    private static final String HEAP = "-Xmx160m";
    private static final int LARGE = 6 << 20;
    private static final int STREAMS = 24;

    /** All together take more than the heap, so each must let go of its body while its stream is open. */
    @Test
    void openStreamsDoNotKeepTheirRequests() throws Exception {
        OwnUpstream upstream = OwnUpstream.http(MemoryIT::open, HEAP);
        try {
            PackagedGateway gateway = upstream.gateway();
            HttpRequest question = Questions.post(
                            gateway.url(), Questions.body(INSTANCE + " and so on".repeat(800_000), true))
                    .build();
            List<HttpResponse<InputStream>> open = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                HttpResponse<InputStream> answer = gateway.client().send(question, BodyHandlers.ofInputStream());
                assertEquals(200, answer.statusCode(), "stream " + i);
                assertTrue(answer.body().read() >= 0);
                open.add(answer);
            }
            assertEquals(STREAMS, gateway.meter("masker_streams_open"));
            assertTrue(gateway.meter("masker_in_flight_bytes") < 1 << 20);
            for (HttpResponse<InputStream> answer : open) {
                answer.body().close();
            }
            Awaitility.await().until(() -> gateway.meter("masker_in_flight_bytes") == 0);
            assertFalse(gateway.output().contains("OutOfMemory"));
        } finally {
            upstream.close();
        }
    }

    private static void open(HttpServerRequest request, Buffer body) {
        request.response()
                .putHeader("content-type", "text/event-stream")
                .setChunked(true)
                .write("event: ping\ndata: {\"type\":\"ping\"}\n\n");
    }

    /** What is found takes room, not only the text in which it stands: in a list of addresses several times as much. */
    @ParameterizedTest
    @EnumSource
    void whatIsFoundTakesRoomToo(Place place) throws Exception {
        OwnUpstream upstream = OwnUpstream.http(MemoryIT::small, HEAP);
        try {
            PackagedGateway gateway = upstream.gateway();
            HttpRequest question = place.request(gateway.url(), addresses(place.length));
            List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                asked.add(gateway.client().sendAsync(question, BodyHandlers.ofString()));
            }
            int served = 0;
            for (CompletableFuture<HttpResponse<String>> one : asked) {
                HttpResponse<String> answer = one.get(60, TimeUnit.SECONDS);
                assertTrue(
                        answer.statusCode() == 200 || answer.body().contains("AWS_MASKER_1005"),
                        answer.statusCode() + answer.body());
                served += answer.statusCode() == 200 ? 1 : 0;
            }
            assertTrue(served > 0, "none found room");
            assertTrue(served < asked.size(), "the requests were too few to fill the heap");
            Awaitility.await().until(() -> gateway.meter("masker_in_flight_bytes") == 0);
            assertFalse(gateway.output().contains("OutOfMemory"));
        } finally {
            upstream.close();
        }
    }

    /** Where a text may stand that is masked as a whole. */
    enum Place {
        MESSAGE(3 << 20) {
            @Override
            HttpRequest request(String url, String text) {
                return Questions.post(url, Questions.body(text, false)).build();
            }
        },
        UPLOAD(3 << 19) {
            @Override
            HttpRequest request(String url, String text) {
                return Stored.newFile(url, text);
            }
        },
        PREVIEW(3 << 18) {
            @Override
            HttpRequest request(String url, String text) {
                return Questions.to(url, "/analyze/masking/preview")
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(
                                new JsonObject().put("text", text).encode()))
                        .build();
            }
        };

        private final int length;

        Place(int length) {
            this.length = length;
        }

        abstract HttpRequest request(String url, String text);
    }

    /** Waiting would not help, so no client is told to come again. */
    @Test
    void whatNeverFindsRoomIsTooLarge() throws Exception {
        OwnUpstream upstream = OwnUpstream.http(MemoryIT::small, HEAP);
        try {
            PackagedGateway gateway = upstream.gateway();
            HttpRequest question = Questions.post(gateway.url(), Questions.body("large ".repeat(3 << 20), false))
                    .build();
            HttpResponse<String> answer = gateway.client().send(question, BodyHandlers.ofString());
            assertEquals(413, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("AWS_MASKER_6003"), answer.body());
            assertTrue(answer.body().contains("give the instance more memory"), answer.body());
            assertEquals("false", answer.headers().firstValue("x-should-retry").orElse(""));
        } finally {
            upstream.close();
        }
    }

    /** Six thousand addresses over and over: an identifier in every ten bytes. */
    private static String addresses(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append("10.0.")
                    .append(i % 60)
                    .append('.')
                    .append(i % 6000 / 60)
                    .append(' ');
        }
        return text.toString();
    }

    private static void small(HttpServerRequest request, Buffer body) {
        request.response()
                .putHeader("content-type", "application/json")
                .end("{\"type\":\"message\",\"id\":\"file_1\",\"content\":[{\"type\":\"text\",\"text\":\"seen\"}]}");
    }

    /** Events and answers of any size count too: those without room end with the code, and the program lives. */
    @Test
    void answersTakeRoomToo() throws Exception {
        OwnUpstream upstream = OwnUpstream.http(MemoryIT::large, HEAP);
        try {
            PackagedGateway gateway = upstream.gateway();
            for (boolean streamed : new boolean[] {true, false}) {
                List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
                HttpRequest question = Questions.post(gateway.url(), Questions.body("large", streamed))
                        .build();
                for (int i = 0; i < 12; i++) {
                    asked.add(gateway.client().sendAsync(question, BodyHandlers.ofString()));
                }
                int refused = 0;
                for (CompletableFuture<HttpResponse<String>> one : asked) {
                    HttpResponse<String> answer = one.get(60, TimeUnit.SECONDS);
                    boolean whole = answer.statusCode() == 200 && answer.body().length() > LARGE;
                    assertTrue(whole || answer.body().contains("AWS_MASKER_1005"), answer.statusCode() + answer.body());
                    refused += whole ? 0 : 1;
                }
                assertTrue(refused > 0, "the answers were too few to fill the heap");
                Awaitility.await().until(() -> gateway.meter("masker_in_flight_bytes") == 0);
                gateway.awaitReady(200);
            }
            assertFalse(gateway.output().contains("OutOfMemory"));
        } finally {
            upstream.close();
        }
    }

    private static void large(HttpServerRequest request, Buffer body) {
        boolean streamed = body.toString().contains("\"stream\":true");
        HttpServerResponse response =
                request.response().putHeader("content-type", streamed ? "text/event-stream" : "application/json");
        String block = "{\"type\":\"text\",\"text\":\"" + "a".repeat(LARGE) + "\"}";
        response.end(
                streamed
                        ? "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
                                + "\"content_block\":" + block + "}\n\n"
                        : "{\"type\":\"message\",\"content\":[" + block + "]}");
    }
}
