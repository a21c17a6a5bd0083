package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams as they should be and as they should not be: the official SDK makes of each, behind the gateway, what it makes of
 * it without the gateway, but for the originals.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("4.4 strange streams do to the SDK what they would do without the gateway")
class SdkStreamsTest {
    private static final String ID = "i-0abc1234def567890";
    private static final String BEGIN = Sse.event(
            "message_start",
            new JsonObject()
                    .put(
                            "message",
                            new JsonObject(
                                    "{\"model\":\"claude-opus-5-5\",\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],"
                                            + "\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}")));
    private static final String DELTA =
            "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":"
                    + "\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":5}}\n\n";
    private static final String STOP = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    private static final String END = DELTA + STOP;
    private static final String PING = "event: ping\ndata: {\"type\": \"ping\"}\n\n";
    private static final String TEXT = Sse.start(0, Chat.text(""));
    private static final String TOOL =
            Sse.start(0, new JsonObject("{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"d\",\"input\":{}}"));

    private final HttpServer server;
    private final Sdk sdk;
    private volatile byte[] stream = new byte[0];
    private volatile boolean cut;

    SdkStreamsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("content-type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, cut ? stream.length + 10 : 0);
            exchange.getResponseBody().write(stream);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        server.start();
        sdk = Sdk.at("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterAll
    void close() {
        sdk.close();
        server.stop(0);
    }

    static Stream<Map.Entry<String, String>> streams() {
        String stop = Sse.stop(0);
        Map<String, String> streams = new LinkedHashMap<>();
        streams.put("plain", BEGIN + TEXT + text("at EC2_001.") + stop + END);
        streams.put("pings", BEGIN + PING + TEXT + PING + text("at EC2_") + PING + text("001.") + stop + PING + END);
        streams.put("comments", ": hi\n\n" + BEGIN + TEXT + ": keep-alive\n\n" + text("EC2_001") + stop + END);
        streams.put(
                "one character at a time",
                BEGIN
                        + TEXT
                        + "at EC2_001."
                                .chars()
                                .mapToObj(c -> text(String.valueOf((char) c)))
                                .reduce("", String::concat)
                        + stop
                        + END);
        streams.put("empty deltas", BEGIN + TEXT + text("") + text("EC2_001") + text("") + stop + END);
        streams.put("no deltas in a text", BEGIN + TEXT + stop + END);
        streams.put("delta behind the stop", BEGIN + TEXT + text("a ") + stop + text("EC2_001") + END);
        streams.put("no delta in a tool", BEGIN + TOOL + stop + END);
        streams.put("an empty delta in a tool", BEGIN + TOOL + json("") + stop + END);
        streams.put("a tool", BEGIN + TOOL + json("") + json("{\"id\":\"EC2_") + json("001\"}") + stop + END);
        streams.put("a text delta in a tool", BEGIN + TOOL + json("{}") + text("x") + stop + END);
        streams.put("a delta for nothing", BEGIN + Sse.delta(7, "text_delta", "text", "x") + END);
        streams.put(
                "interleaved",
                BEGIN
                        + TEXT
                        + Sse.start(1, Chat.text(""))
                        + text("EC2_")
                        + Sse.delta(1, "text_delta", "text", "EC2_0")
                        + text("001")
                        + Sse.delta(1, "text_delta", "text", "01")
                        + stop
                        + Sse.stop(1)
                        + END);
        streams.put("text in the start", BEGIN + Sse.start(0, Chat.text("see EC2_0")) + text("01 it") + stop + END);
        streams.put(
                "input in the start",
                BEGIN
                        + TOOL.replace("\"input\":{}", "\"input\":{\"a\":\"EC2_001\"}")
                        + json("{\"b\":\"EC2_001\"}")
                        + stop
                        + END);
        streams.put("no stop of the block", BEGIN + TEXT + text("at EC2_001") + END);
        streams.put("no message_delta", BEGIN + TEXT + text("EC2_001") + stop + STOP);
        streams.put("two message_delta", BEGIN + TEXT + text("EC2_001") + stop + DELTA + END);
        streams.put("no message_stop", BEGIN + TEXT + text("EC2_001") + stop + DELTA);
        streams.put("two message_start", BEGIN + BEGIN + TEXT + text("EC2_001") + stop + END);
        streams.put("more behind message_stop", BEGIN + TEXT + text("EC2_001") + stop + END + PING + TEXT);
        streams.put(
                "an unknown event",
                BEGIN
                        + Sse.event("of_tomorrow", new JsonObject().put("x", "EC2_001"))
                        + TEXT
                        + text("EC2_001")
                        + stop
                        + END);
        streams.put(
                "an unknown delta",
                BEGIN + TEXT + Sse.delta(0, "of_tomorrow", "x", "EC2_001") + text("EC2_001") + stop + END);
        streams.put(
                "an unknown block",
                BEGIN + Sse.start(0, new JsonObject("{\"type\":\"of_tomorrow\",\"x\":\"EC2_001\"}")) + stop + END);
        streams.put("something in front", PING + BEGIN + TEXT + text("EC2_001") + stop + END);
        streams.put(
                "no names of events", (BEGIN + TEXT + text("EC2_001 ") + stop + END).replaceAll("event: \\w+\n", ""));
        streams.put(
                "wrong names of events",
                (BEGIN + TEXT + text("EC2_001 ") + stop + END)
                        .replace("event: content_block_delta", "event: content_block_stop"));
        streams.put("CR LF", (BEGIN + TEXT + text("EC2_") + text("001.") + stop + END).replace("\n", "\r\n"));
        streams.put(
                "data in several lines",
                BEGIN + TEXT + text("EC2_001.").replace(",\"delta\"", "\ndata: ,\"delta\"") + stop + END);
        streams.put(
                "an error in the middle",
                BEGIN + TEXT + text("at EC2_001")
                        + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"EC2_001 is busy\"}}\n\n");
        streams.put("input that is no JSON", BEGIN + TOOL + json("{\"id\":\"EC2_001\"") + stop + END);
        streams.put(
                "an escape in two deltas", BEGIN + TOOL + json("{\"id\":\"\\") + json("u0045C2_001\"}") + stop + END);
        streams.put(
                "two signatures",
                BEGIN
                        + Sse.start(0, Chat.thought("", ""))
                        + Sse.delta(0, "thinking_delta", "thinking", "hm")
                        + Sse.delta(0, "signature_delta", "signature", "A")
                        + Sse.delta(0, "signature_delta", "signature", "B")
                        + stop
                        + END);
        return streams.entrySet().stream();
    }

    private static String text(String text) {
        return Sse.delta(0, "text_delta", "text", text);
    }

    private static String json(String json) {
        return Sse.delta(0, "input_json_delta", "partial_json", json);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void asWithoutTheGateway(Map.Entry<String, String> one) {
        Conversation gateway = new Conversation();
        gateway.sent(new Chat().user(ID).body());
        cut = false;
        String without = outcome(one.getValue());
        for (int size : new int[] {1, 100, 1 << 20}) {
            assertEquals(without.replace("EC2_001", ID), outcome(gateway.streamed(one.getValue(), size)));
        }
    }

    @Test
    void aCutConnectionIsACutConnection() {
        Conversation gateway = new Conversation();
        gateway.sent(new Chat().user(ID).body());
        cut = true;
        String begun = BEGIN + TEXT + text("at EC2_001 and");
        assertEquals(outcome(begun), outcome(gateway.streamed(begun, 50)));
    }

    private String outcome(String events) {
        stream = events.getBytes(UTF_8);
        return outcome(sdk, "y");
    }

    /** What the SDK says when it is given a stream: its message, or the kind of its failure. */
    static String outcome(Sdk sdk, String question) {
        try {
            String message = sdk.streamed(Sdk.ask("x", question).build()).toString();
            assertTrue(message.contains("msg_1"), message);
            return message;
        } catch (UncheckedIOException
                | com.anthropic.errors.AnthropicException
                | IllegalStateException
                | IllegalArgumentException
                | java.util.NoSuchElementException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
