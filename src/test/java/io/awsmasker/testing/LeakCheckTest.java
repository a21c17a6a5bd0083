package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A canary must be found in whatever it is wrapped, and nowhere else. */
class LeakCheckTest {
    private static final String CANARY = "i-0abc1234def567890";

    private final LeakCheck check = new LeakCheck();

    LeakCheckTest() {
        check.forbid(List.of(CANARY));
    }

    @Test
    void findsTheCanaryInEveryEncoding() throws IOException {
        String escaped = "\"\\u0069\\u002d0abc1234def56789\\u0030\"";
        byte[] clear = ("x " + CANARY + " y").getBytes(StandardCharsets.UTF_8);
        List<String> wrapped = List.of(
                CANARY,
                escaped,
                Json.encode(Json.encode(escaped)),
                CANARY.replace("-", "%2D"),
                URLEncoder.encode(
                        URLEncoder.encode(CANARY.replace("0", "%30"), StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(clear),
                "abc" + Base64.getEncoder().encodeToString(clear),
                Base64.getUrlEncoder().withoutPadding().encodeToString(clear),
                Base64.getEncoder().encodeToString(Base64.getEncoder().encode(clear)),
                Base64.getEncoder().encodeToString(gzip(clear)),
                Base64.getEncoder().encodeToString(escaped.getBytes(StandardCharsets.UTF_8)));
        for (String text : wrapped) {
            assertEquals(List.of(CANARY), check.findIn(bytes("{\"a\":\"" + text + "\"}")), text);
        }
        assertEquals(List.of(CANARY), check.findIn(gzip(clear)));
    }

    @Test
    void findsNothingWhereNothingIs() {
        for (String text :
                List.of("EC2_001", "i-0abc1234def56789", "\\u0069", "%", "%2", "\\u12", "AAAAAAAAAAAAAAAA")) {
            assertEquals(List.of(), check.findIn(bytes(text)), text);
        }
    }

    @Test
    void looksAtStartLineHeadersAndBodyOfEveryRequest() throws IOException, InterruptedException {
        try (FakeClaude claude = FakeClaude.start().forbid(List.of(CANARY))) {
            HttpClient client = HttpClient.newHttpClient();
            client.send(Questions.post(claude.url(), Questions.body("clean")).build(), BodyHandlers.discarding());
            claude.assertNothingLeaked();
            client.send(
                    Questions.to(claude.url(), "/v1/models?after=" + CANARY)
                            .header("x-app", CANARY)
                            .build(),
                    BodyHandlers.discarding());
            client.send(Questions.post(claude.url(), Questions.body(CANARY)).build(), BodyHandlers.discarding());
            String report = String.valueOf(assertThrows(AssertionError.class, claude::assertNothingLeaked)
                    .getMessage());
            for (String place : List.of(
                    "request 2 (GET /v1/models), start line",
                    "request 2 (GET /v1/models), header x-app",
                    "request 3 (POST /v1/messages), body")) {
                assertTrue(report.contains(place), report);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
