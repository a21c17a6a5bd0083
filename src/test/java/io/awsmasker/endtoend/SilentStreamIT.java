package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Questions;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 5.22: while Claude says nothing, the client hears from the gateway. It lasts as long as the gateway waits. */
@Tag("clients")
class SilentStreamIT {
    @Test
    void aSilentStreamIsKeptAlive() throws Exception {
        try (Scene scene = Scene.start()) {
            Gate gate = new Gate();
            gate.release(3);
            scene.claude().deliver(Delivery.plain().behind(gate));
            try (InputStream body = scene.gateway()
                    .client()
                    .send(
                            Questions.post(scene.gateway().url(), Questions.body("one two three", true))
                                    .build(),
                            BodyHandlers.ofInputStream())
                    .body()) {
                StringBuilder read = new StringBuilder();
                for (int b = body.read(); read.indexOf("\n\n: keep-alive\n\n") < 0; b = body.read()) {
                    assertTrue(b >= 0, "the stream ended: " + read);
                    read.append((char) b);
                }
                gate.release(9);
                read.append(new String(body.readAllBytes(), StandardCharsets.ISO_8859_1));
                assertTrue(read.indexOf("message_stop") > 0, read.toString());
            }
        }
    }
}
