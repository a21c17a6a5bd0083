package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.endtoend.RawHttp.Answer;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/**
 * Whatever cannot be masked is refused with a code and a place, in a shape that Claude's clients understand; nothing of it
 * goes upstream, and the connection stays usable or is closed in order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalIT {
    private static final String CANARY = "i-0d4c3b2a19f8e7d65";
    private static final int TOO_MUCH = 33 << 20;

    private final Scene scene = Scene.start();

    RefusalIT() {
        scene.claude().forbid(List.of(CANARY));
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"model":"m","messages":[{"role":"user","content":"CANARY"}   | 6002 | 400
            {"model":"m","messages":[{"role":"user","content":"CANARY}]}  | 6002 | 400
            {"model":"m",'messages':["CANARY"]}                           | 6002 | 400
            {"model":"m","messages":[{"role":"user","content":"\\x"}]}    | 6002 | 400
            {"model":"m","max_tokens":01,"messages":[]}                   | 6002 | 400
            {"model":"m"} {"messages":"CANARY"}                           | 6002 | 400
            {"model":"m","messages":[{"role":"user","content":"a	b"}]}     | 6002 | 400
            ["CANARY"]                                                    | 6002 | 400
            "CANARY"                                                      | 6002 | 400
            CANARY                                                        | 6002 | 400
            """)
    void invalidJson(String body, int code, int status) throws IOException {
        refused(body.replace("CANARY", CANARY).getBytes(UTF_8), "application/json", null, code, status);
    }

    @Test
    void invalidUtf8() throws IOException {
        byte[] body = Questions.body("x" + CANARY).getBytes(UTF_8);
        for (int bad : new int[] {0xff, 0xc0, 0xed, 0x80}) {
            byte[] broken = body.clone();
            broken[body.length - 4 - CANARY.length()] = (byte) bad;
            String message = refused(broken, "application/json", null, 6002, 400);
            assertTrue(message.matches("(?s).*(byte|offset).*\\d+.*|.*messages.*"), message);
        }
    }

    @Test
    void theFaultIsNamedByPlace() throws IOException {
        String message = refused(
                ("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\""
                                + CANARY + "\\q\"}]}]}")
                        .getBytes(UTF_8),
                "application/json",
                null,
                6002,
                400);
        assertTrue(message.contains("messages") || message.matches("(?s).*(byte|offset).*\\d+.*"), message);
    }

    @Test
    void emptyBody() throws IOException {
        refused(new byte[0], "application/json", null, 6002, 400);
        refused("  \n".getBytes(UTF_8), "application/json", null, 6002, 400);
    }

    @Test
    void nestingWithoutEnd() throws IOException {
        for (String level : List.of("[", "{\"a\":")) {
            String close = level.equals("[") ? "]" : "}";
            String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":" + level.repeat(5000) + "\""
                    + CANARY + "\"" + close.repeat(5000) + "}]}";
            refused(body.getBytes(UTF_8), "application/json", null, 6002, 400);
        }
        refused("[".repeat(1 << 20).getBytes(UTF_8), "application/json", null, 6002, 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/octet-stream",
                "application/json; charset=utf-16",
                "application/json;charset=iso-8859-1",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded"
            })
    void otherContent(String type) throws IOException {
        refused(Questions.body(CANARY).getBytes(UTF_8), type, null, 2004, 415);
    }

    @Test
    void noContentType() throws IOException {
        refused(Questions.body(CANARY).getBytes(UTF_8), null, null, 2004, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"compress", "gzip, gzip, gzip, gzip", "aws-chunked", "rot13"})
    void unknownEncodings(String encoding) throws IOException {
        refused(Questions.body(CANARY).getBytes(UTF_8), "application/json", encoding, 2004, 415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip", "gzip, gzip"})
    void notInTheEncodingThatItSays(String encoding) throws IOException {
        refused(Questions.body(CANARY).getBytes(UTF_8), "application/json", encoding, 6002, 400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0KGgo="}}           | 2004 | 415
            {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"JVBERi0xLjQ="}}  | 2004 | 415
            {"type":"image","source":{"type":"url","url":"https://example.com/CANARY.png"}}                      | 5001 | 451
            {"type":"document","source":{"type":"url","url":"https://example.com/CANARY.pdf"}}                   | 5001 | 451
            {"type":"tool_result","tool_use_id":"toolu_1","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"iVBORw0KGgo="}}]} | 2004 | 415
            """)
    void contentThatNobodyCanRead(String block, int code, int status) throws IOException {
        String body = "{\"model\":\"m\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":["
                + block.replace("CANARY", CANARY) + "]}]}";
        String message = refused(body.getBytes(UTF_8), "application/json", null, code, status);
        assertTrue(message.contains("messages"), message);
    }

    @Test
    void featuresThatGoAround() throws IOException {
        String body =
                "{\"model\":\"m\",\"max_tokens\":9,\"mcp_servers\":[{\"type\":\"url\",\"url\":\"https://x.example\","
                        + "\"name\":\"x\"}],\"messages\":[{\"role\":\"user\",\"content\":\"" + CANARY + "\"}]}";
        assertTrue(refused(body.getBytes(UTF_8), "application/json", null, 5001, 451)
                .contains("mcp_servers"));
    }

    @Test
    void bodiesThatAreTooLarge() throws IOException {
        byte[] large = new byte[TOO_MUCH];
        Arrays.fill(large, (byte) ' ');
        byte[] body = Questions.body(CANARY).getBytes(UTF_8);
        System.arraycopy(body, 0, large, 0, body.length);
        refused(large, "application/json", null, 6003, 413);
        int before = scene.claude().requestsBegun();
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.head(
                    "POST /v1/messages HTTP/1.1",
                    "Host: x",
                    "x-api-key: " + Sdk.KEY,
                    "content-type: application/json",
                    "transfer-encoding: chunked");
            sendChunks(http, large);
            refusal(http, 6003, 413);
        }
        assertEquals(before, scene.claude().requestsBegun());
    }

    /** A gateway may stop reading and close once it has answered, so a failed write is no fault. */
    private static void sendChunks(RawHttp http, byte[] bytes) {
        try {
            for (int from = 0; from < bytes.length; from += 1 << 20) {
                http.bytes("100000\r\n".getBytes(UTF_8))
                        .bytes(Arrays.copyOfRange(bytes, from, from + (1 << 20)))
                        .bytes("\r\n".getBytes(UTF_8));
            }
            http.bytes("0\r\n\r\n".getBytes(UTF_8));
        } catch (IOException closed) {
            assertNotNull(closed.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/unknown, 404",
        "GET, /v1/messages, 404",
        "GET, /, 404",
        "POST, /v1/messages/, 404",
        "POST, /v1//messages, 404",
        "POST, /V1/Messages, 404",
        "POST, /v1/messages/../organizations/me, 404",
        "POST, /v1/messages/%2e%2e/organizations/me, 404",
        "POST, /v1/messages%2fbatches, 404",
        "POST, /v1/%6dessages, 404",
        "POST, /v1/messages;x=1, 404",
        "GET, /v1/models/../organizations/me, 404",
        "GET, /v1/models/..%2forganizations, 404",
        "GET, /v1/models/.., 404",
        "GET, /v1/models/., 404",
        "GET, /v1/organizations/me, 451",
        "PUT, /v1/messages, 404"
    })
    void pathsThatAreNotServed(String method, String path, int status) throws IOException {
        int before = scene.claude().requestsBegun();
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            byte[] body = Questions.body(CANARY).getBytes(UTF_8);
            http.head(
                            method + " " + path + " HTTP/1.1",
                            "Host: x",
                            "x-api-key: " + Sdk.KEY,
                            "anthropic-version: 2026-10-21",
                            "content-type: application/json",
                            "content-length: " + body.length)
                    .bytes(body);
            String message = refusal(http, 5001, status);
            assertEquals(path.equals("/v1/messages"), message.endsWith("; at this path it serves POST"), message);
            usableOrClosed(http, before);
        }
        scene.claude().assertNothingLeaked();
    }

    private String refused(
            byte[] body,
            @org.jspecify.annotations.Nullable String type,
            @org.jspecify.annotations.Nullable String encoding,
            int code,
            int status)
            throws IOException {
        int before = scene.claude().requestsBegun();
        try (RawHttp http = new RawHttp(scene.gateway().port())) {
            http.head(
                            "POST /v1/messages HTTP/1.1",
                            "Host: x",
                            "x-api-key: " + Sdk.KEY,
                            "anthropic-version: 2026-10-21",
                            type == null ? "x-app: none" : "content-type: " + type,
                            encoding == null ? "x-app: test" : "content-encoding: " + encoding,
                            "content-length: " + body.length)
                    .bytes(body);
            String message = refusal(http, code, status);
            usableOrClosed(http, before);
            return message;
        }
    }

    private static String refusal(RawHttp http, int code, int status) throws IOException {
        Answer answer = http.answer();
        if (answer == null) {
            throw new AssertionFailedError("closed without an answer");
        }
        assertEquals(status, answer.status(), answer.body());
        JsonObject body = new JsonObject(answer.body());
        JsonObject error = body.getJsonObject("error");
        assertEquals("error", body.getString("type"));
        assertEquals("AWS_MASKER_" + code, error.getString("code"), answer.body());
        assertTrue(error.getString("name").matches("[A-Z_]+"), answer.body());
        assertEquals(answer.headers().get("request-id"), body.getString("request_id"));
        assertEquals("application/json", answer.headers().get("content-type"));
        assertEquals("false", answer.headers().get("x-should-retry"));
        assertTrue(answer.headers().containsKey("x-correlation-id"), "X-Correlation-ID");
        assertTrue(answer.headers().containsKey("x-redis-mode"), "X-Redis-Mode");
        assertTrue(!answer.body().contains(CANARY), "the refusal holds the original");
        return error.getString("message");
    }

    /** The same connection serves a good request, or has been closed; and the refused one never went up. */
    private void usableOrClosed(RawHttp http, int before) throws IOException {
        assertEquals(before, scene.claude().requestsBegun(), "the refused request went upstream");
        http.head("GET /v1/models HTTP/1.1", "Host: x", "x-api-key: " + Sdk.KEY, "anthropic-version: 2026-10-21");
        Answer next = http.answer();
        if (next != null) {
            assertEquals(200, next.status(), next.body());
        }
    }
}
