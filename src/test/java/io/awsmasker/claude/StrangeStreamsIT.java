package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.endtoend.NpmPackages;
import io.awsmasker.endtoend.OwnUpstream;
import io.awsmasker.testing.Sdk;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The streams of {@link SdkStreamsTest} through the packaged program, for both official SDKs, which take different things
 * amiss: each makes of a stream what it makes of it without the gateway, but for the originals.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangeStreamsIT {
    private static final String ID = "i-0abc1234def567890";
    private static final Pattern ASKED = Pattern.compile("stream (\\d+) in pieces of (\\d+) about (\\S+?)\"");

    private final List<Map.Entry<String, String>> streams =
            SdkStreamsTest.streams().toList();
    private final OwnUpstream upstream = OwnUpstream.http(this::answer);

    @AfterAll
    void close() {
        upstream.close();
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Matcher asked = ASKED.matcher(body.toString(UTF_8));
        assertTrue(asked.find(), "not a question of this test");
        String stream = streams.get(Integer.parseInt(asked.group(1))).getValue();
        HttpServerResponse response = request.response()
                .putHeader("content-type", "text/event-stream; charset=utf-8")
                .setChunked(true);
        write(response, Buffer.buffer(stream), 0, Integer.parseInt(asked.group(2)));
    }

    /** One piece in each turn of the event loop. */
    private static void write(HttpServerResponse response, Buffer stream, int from, int size) {
        if (from >= stream.length()) {
            response.end();
            return;
        }
        int end = Math.min(stream.length(), from + size);
        response.write(stream.getBuffer(from, end))
                .onSuccess(written -> Vertx.currentContext().runOnContext(turn -> write(response, stream, end, size)));
    }

    private static String question(int stream, int size) {
        return "stream " + stream + " in pieces of " + size + " about " + ID;
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 1 << 20})
    @DisplayName("4.4 strange streams do to the Java SDK what they would do without the gateway")
    void theJavaSdk(int size) {
        try (Sdk direct = Sdk.at(upstream.url());
                Sdk masked = Sdk.at(upstream.gateway().url())) {
            for (int i = 0; i < streams.size(); i++) {
                assertEquals(
                        SdkStreamsTest.outcome(direct, question(i, size)).replace("EC2_001", ID),
                        SdkStreamsTest.outcome(masked, question(i, size)),
                        streams.get(i).getKey());
            }
        }
    }

    @Tag("clients")
    @Test
    @DisplayName("4.4 strange streams do to the TypeScript SDK what they would do without the gateway")
    void theTypeScriptSdk() {
        for (int size : new int[] {7, 1 << 20}) {
            JsonArray without = outcomes(upstream.url(), size);
            JsonArray with = outcomes(upstream.gateway().url(), size);
            for (int i = 0; i < streams.size(); i++) {
                assertEquals(
                        without.getString(i).replace("EC2_001", ID),
                        with.getString(i),
                        streams.get(i).getKey());
            }
        }
    }

    private JsonArray outcomes(String url, int size) {
        List<String> questions = IntStream.range(0, streams.size())
                .mapToObj(stream -> question(stream, size))
                .toList();
        JsonArray outcomes = new JsonArray(NpmPackages.output("streams.js", url, new JsonArray(questions).encode()));
        assertEquals(streams.size(), outcomes.size());
        return outcomes;
    }
}
