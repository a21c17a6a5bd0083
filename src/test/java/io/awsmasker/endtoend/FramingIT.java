package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Received;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 5.19: requests whose end two readers may see at different places, and targets that lead elsewhere. What is ambiguous is
 * refused or the connection closed; in no case does what is hidden in a body arrive as a request of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FramingIT {
    private static final String CANARY = "i-0d4c3b2a19f8e7d69";
    private static final String HIDDEN =
            "GET /v1/models?hidden HTTP/1.1\r\nHost: x\r\nx-api-key: k\r\nanthropic-version: 2026-10-21\r\n\r\n";
    private static final String BODY = Questions.body(CANARY);
    private static final String START = "POST /v1/messages HTTP/1.1\r\n";
    private static final String HEAD =
            START + "Host: x\r\nx-api-key: k\r\nanthropic-version: 2026-10-21\r\ncontent-type: application/json\r\n";
    private static final String LENGTH = "content-length: " + BODY.length() + "\r\n";
    private static final String CHUNKED = "transfer-encoding: chunked\r\n";
    private static final String CHUNKS = "\r\n" + Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";

    private final Scene scene = Scene.start();

    FramingIT() {
        scene.claude().forbid(List.of(CANARY));
    }

    @AfterEach
    void nothingLeaked() {
        scene.claude().assertClean();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    static List<Map.Entry<String, String>> ambiguous() {
        Map<String, String> corpus = new TreeMap<>();
        corpus.put("length and chunks", HEAD + LENGTH + CHUNKED + CHUNKS + HIDDEN);
        corpus.put("chunks and length", HEAD + CHUNKED + "content-length: 4\r\n" + CHUNKS + HIDDEN);
        corpus.put("two lengths", HEAD + LENGTH + "content-length: 4\r\n\r\n" + BODY + HIDDEN);
        corpus.put("a list of lengths", HEAD + "content-length: 4, " + BODY.length() + "\r\n\r\n" + BODY + HIDDEN);
        corpus.put("length with a sign", HEAD + "content-length: +" + BODY.length() + "\r\n\r\n" + BODY + HIDDEN);
        corpus.put("negative length", HEAD + "content-length: -1\r\n\r\n" + BODY + HIDDEN);
        corpus.put("hexadecimal length", HEAD + "content-length: 0x10\r\n\r\n" + BODY + HIDDEN);
        corpus.put("length that is no number", HEAD + "content-length: many\r\n\r\n" + BODY + HIDDEN);
        corpus.put("unknown transfer coding", HEAD + "transfer-encoding: xchunked\r\n" + CHUNKS + HIDDEN);
        corpus.put("chunked is not last", HEAD + "transfer-encoding: chunked, identity\r\n" + CHUNKS + HIDDEN);
        corpus.put("chunked twice", HEAD + CHUNKED + CHUNKED + CHUNKS + HIDDEN);
        corpus.put(
                "chunked and length, folded", HEAD + "transfer-encoding:\r\n chunked\r\n" + LENGTH + CHUNKS + HIDDEN);
        corpus.put("a blank before the colon", HEAD + "content-length : 4\r\n" + LENGTH + "\r\n" + BODY + HIDDEN);
        corpus.put(
                "a blank before the colon of chunked",
                HEAD + "transfer-encoding : chunked\r\n" + LENGTH + CHUNKS + HIDDEN);
        corpus.put("a control character in a header", HEAD + "x-app: a\u0000b\r\n" + LENGTH + "\r\n" + BODY);
        corpus.put("a carriage return in a header", HEAD + "x-app: a\rx-b: c\r\n" + LENGTH + "\r\n" + BODY);
        corpus.put("a chunk size that is no number", HEAD + CHUNKED + "\r\nzz\r\n" + BODY + "\r\n0\r\n\r\n" + HIDDEN);
        corpus.put("a negative chunk size", HEAD + CHUNKED + "\r\n-1\r\n" + BODY + "\r\n0\r\n\r\n" + HIDDEN);
        corpus.put("a chunk size that overflows", HEAD + CHUNKED + "\r\n100000000000000004\r\n" + BODY + HIDDEN);
        corpus.put(
                "two hosts",
                START + "Host: x\r\nHost: y\r\nx-api-key: k\r\ncontent-type: application/json\r\n" + LENGTH + "\r\n"
                        + BODY);
        corpus.put("no host", START + "x-api-key: k\r\ncontent-type: application/json\r\n" + LENGTH + "\r\n" + BODY);
        corpus.put("a tunnel", "CONNECT api.anthropic.com:443 HTTP/1.1\r\nHost: x\r\nx-api-key: k\r\n\r\n");
        corpus.put("another protocol", "POST /v1/messages HTTP/3.7\r\nHost: x\r\n\r\n");
        corpus.put("a request line with three blanks", "POST /v1/messages x HTTP/1.1\r\nHost: x\r\n\r\n");
        return List.copyOf(corpus.entrySet());
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void whatIsAmbiguousIsRefused(Map.Entry<String, String> request) throws IOException {
        int before = scene.claude().received().size();
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.bytes(request.getValue().getBytes(ISO_8859_1));
            RawHttp.Answer answer = http.answer();
            assertTrue(answer == null || answer.status() >= 400, request.getKey() + ": " + answer);
            if (answer != null && request.getValue().endsWith(HIDDEN)) {
                assertNull(http.answer(), request.getKey() + ": the connection was read on");
            }
        }
        List<String> arrived = scene.claude().received().stream()
                .skip(before)
                .map(Received::target)
                .toList();
        assertEquals(List.of(), arrived);
    }

    static List<Map.Entry<String, String>> odd() {
        String target = "POST http://api.anthropic.com/v1/messages HTTP/1.1\r\n";
        String upgrade = "Connection: Upgrade\r\nUpgrade: ";
        return List.of(
                Map.entry("a whole address as the target", HEAD.replace(START, target) + LENGTH + "\r\n" + BODY),
                Map.entry("a length folded over two lines", HEAD + LENGTH.replace(" ", "\r\n ") + "\r\n" + BODY),
                Map.entry("upgrade to a socket", HEAD + upgrade + "websocket\r\n" + LENGTH + "\r\n" + BODY),
                Map.entry(
                        "upgrade to HTTP/2",
                        HEAD + upgrade.replace("Upgrade\r", "Upgrade, HTTP2-Settings\r")
                                + "h2c\r\nHTTP2-Settings: AAMAAABk\r\n" + LENGTH + "\r\n" + BODY),
                Map.entry(
                        "a trailer",
                        HEAD + CHUNKED + CHUNKS.replace("\r\n0\r\n\r\n", "\r\n0\r\nx-app: " + CANARY + "\r\n\r\n")),
                Map.entry(
                        "an extension of a chunk",
                        HEAD + CHUNKED + CHUNKS.replaceFirst("\r\n\\{", ";x=" + CANARY + "\r\n{")));
    }

    /** Served or refused, but it goes to Claude only, without what belongs to this connection, and masked. */
    @ParameterizedTest
    @MethodSource("odd")
    void whatIsOnlyOddStaysHere(Map.Entry<String, String> request) throws IOException {
        int before = scene.claude().received().size();
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.bytes(request.getValue().getBytes(ISO_8859_1));
            RawHttp.Answer answer = http.answer();
            if (answer != null && answer.status() == 200) {
                assertTrue(answer.body().contains(CANARY), answer.body());
                assertEquals("/v1/messages", scene.claude().last().target());
            } else {
                assertEquals(before, scene.claude().received().size());
                assertTrue(answer == null || answer.status() >= 400, String.valueOf(answer));
            }
        }
    }

    /** A header that is folded over lines is one line before anything is decided by it, and when it leaves. */
    @Test
    void foldedHeadersAreUnfolded() throws IOException {
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.bytes(
                    (HEAD + "x-app: one\r\n\ttwo\r\nx-stainless-os: of\r\n " + CANARY + "\r\n" + LENGTH + "\r\n" + BODY)
                            .getBytes(ISO_8859_1));
            RawHttp.Answer answer = http.answer();
            assertTrue(answer != null && answer.status() == 200, String.valueOf(answer));
        }
        Received arrived = scene.claude().last();
        assertEquals(List.of("one two"), arrived.headers().getAll("x-app"));
        assertTrue(!arrived.headers().contains("x-stainless-os"));
    }

    /** The next request of a connection begins where the body before it has ended, and nowhere else. */
    @Test
    void requestsInOneWriteAreTwo() throws IOException {
        byte[] both = (HEAD + LENGTH + "\r\n" + BODY + HEAD + CHUNKED + CHUNKS).getBytes(ISO_8859_1);
        for (int size : new int[] {both.length, 7}) {
            int before = scene.claude().received().size();
            try (RawHttp http = new RawHttp(scene.gateway().port())) {
                for (int from = 0; from < both.length; from += size) {
                    http.bytes(Arrays.copyOfRange(both, from, Math.min(both.length, from + size)));
                }
                for (int i = 0; i < 2; i++) {
                    RawHttp.Answer answer = http.answer();
                    assertTrue(answer != null && answer.status() == 200, String.valueOf(answer));
                }
            }
            assertEquals(before + 2, scene.claude().received().size());
        }
    }
}
