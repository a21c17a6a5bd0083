package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anthropic.models.messages.Message;
import io.awsmasker.testing.Cutter;
import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Script;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Sdk;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** However an answer is cut, the client reads what it would have read uncut. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamSplitIT {
    private static final String TEXT =
            "☂ i-0d4c3b2a19f8e7d65, vpc-07d1c93be5a24f680/subnet-0f3a68d1c94e7b25a 𝒳 ARE EC2_ and "
                    + "EC2_12 A_1 10.46.121.9";
    private static final Map<String, Script> SCRIPTS = Map.of(
            "text", Scripts.echo(),
            "tool", Scripts.echoInTool(),
            "keys", Scripts.tokensAsKeys(),
            "nested", Scripts.nestedJson());

    private final Scene scene = Scene.start();
    private final Sdk sdk = Sdk.at(scene.gateway().url());

    @BeforeEach
    void calm() {
        scene.calm();
    }

    @AfterAll
    void close() {
        sdk.close();
        scene.close();
    }

    private static String said(Message message) {
        return message.content().get(0).isText()
                ? Sdk.text(message)
                : Sdk.input(Sdk.toolUses(message).get(0));
    }

    private void everyScript(Delivery delivery, String how) {
        SCRIPTS.forEach((name, script) -> {
            scene.claude().answer(script).deliver(Delivery.plain());
            String whole = said(sdk.plain(Sdk.ask(name, TEXT).build()));
            assertTrue(whole.contains("i-0d4c3b2a19f8e7d65"), whole);
            scene.claude().deliver(delivery);
            assertEquals(whole, said(sdk.streamed(Sdk.ask(name, TEXT).build())), name + ", " + how);
        });
        scene.claude().assertClean();
    }

    @Test
    void deltasOfEverySize() {
        for (int n = 1; n <= 9; n++) {
            everyScript(Delivery.plain().cut(Cutter.every(n)), "deltas of " + n);
        }
    }

    @Test
    void networkWritesOfEverySize() {
        for (int n = 1; n <= 7; n++) {
            everyScript(Delivery.plain().cut(Cutter.every(3)).writes(n), "writes of " + n + " bytes");
        }
    }

    @Test
    void otherLineEndsPingsAndComments() {
        everyScript(Delivery.plain().cut(Cutter.every(2)).withCrlf(), "CR LF");
        everyScript(Delivery.plain().cut(Cutter.every(2)).withPingsAndComments(), "pings");
        everyScript(
                Delivery.plain()
                        .cut(Cutter.every(1))
                        .withCrlf()
                        .withPingsAndComments()
                        .writes(5),
                "all of it at once");
    }

    @Test
    void oneCutAtEveryOffset() {
        String whole = said(sdk.plain(Sdk.ask("text", TEXT).build()));
        assertEquals(TEXT, whole);
        for (int offset = 1; offset <= TEXT.length(); offset++) {
            scene.claude().deliver(Delivery.plain().cut(Cutter.at(offset)));
            assertEquals(TEXT, said(sdk.streamed(Sdk.ask("text", TEXT).build())), "cut at " + offset);
        }
    }

    @Test
    void aCompressedAnswerIsRestoredOrRefusedButNeverPassedUnread() throws Exception {
        scene.claude().deliver(Delivery.plain().gzipped());
        var answer = scene.post(Questions.body(TEXT));
        assertTrue(answer.statusCode() == 502 || Scene.text(answer).equals(TEXT), answer.body());
    }

    @Test
    void whatCannotBePartOfATokenIsNotHeldBack() throws IOException, InterruptedException {
        Gate gate = new Gate();
        scene.claude()
                .answer(Scripts.saying("plain words, then EC2_0"))
                .deliver(Delivery.plain().cut(Cutter.every(5)).behind(gate));
        StringBuilder read = new StringBuilder();
        gate.release(2);
        try (InputStream body = scene.gateway()
                .client()
                .send(
                        Questions.post(scene.gateway().url(), Questions.body("say", true))
                                .build(),
                        BodyHandlers.ofInputStream())
                .body()) {
            for (String piece : List.of("plain", " word", "s, th", "en ")) {
                gate.release(1);
                readUntil(body, read, piece);
            }
            gate.release(9);
            readUntil(body, read, "EC2_0");
            readUntil(body, read, "message_stop");
        }
    }

    /** Blocks until {@code piece} has come; the timeout of the request bounds it. */
    private static void readUntil(InputStream body, StringBuilder read, String piece) throws IOException {
        byte[] buffer = new byte[4096];
        while (read.indexOf(piece) < 0) {
            int length = body.read(buffer);
            assertTrue(length > 0, "the stream ended before \"" + piece + "\"");
            read.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
    }
}
