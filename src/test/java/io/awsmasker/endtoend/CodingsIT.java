package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.airlift.compress.zstd.ZstdOutputStream;
import io.awsmasker.testing.Delivery;
import io.awsmasker.testing.Gate;
import io.awsmasker.testing.Questions;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 5.18: a compressed body is read and leaves plain, or it does not leave. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodingsIT {
    private static final String CANARY = "i-0d4c3b2a19f8e7d68";
    private static final String TEXT = "☂ " + CANARY + " " + "and so on, ".repeat(2000) + CANARY;
    private static final byte[] BODY = Questions.body(TEXT).getBytes(UTF_8);

    private final Scene scene = Scene.start();

    CodingsIT() {
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

    private interface Packing {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(Packing packing, byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = packing.around(out)) {
            packed.write(body);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        return packed(GZIPOutputStream::new, body);
    }

    private static byte[] brotli(byte[] body) throws IOException {
        Assumptions.assumeTrue(Brotli4jLoader.isAvailable(), "there is no brotli encoder for this machine");
        return Encoder.compress(body);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private HttpResponse<String> send(String coding, byte[] body) {
        return scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages")
                        .header("content-type", "application/json")
                        .header("content-encoding", coding)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    private void understood(String coding, byte[] body) {
        assertEquals(TEXT, Scene.text(send(coding, body)));
        assertTrue(scene.claude().last().bodyText().startsWith("{\"model\""));
    }

    private String refused(int status, String coding, byte[] body) {
        int before = scene.claude().requestsBegun();
        HttpResponse<String> answer = send(coding, body);
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(before, scene.claude().requestsBegun());
        return new JsonObject(answer.body()).getJsonObject("error").getString("message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip "})
    void gzipped(String coding) throws IOException {
        understood(coding, gzip(BODY));
    }

    @Test
    void deflated() throws IOException {
        understood("Deflate", packed(DeflaterOutputStream::new, BODY));
    }

    /** What stands in a second member is read like the rest; dropping it would change what the user says. */
    @Test
    void gzippedInSeveralMembers() throws IOException {
        for (int cut : new int[] {1, 100, BODY.length - 1}) {
            byte[] first = gzip(Arrays.copyOf(BODY, cut));
            understood("gzip", joined(first, gzip(Arrays.copyOfRange(BODY, cut, BODY.length))));
        }
    }

    @Test
    void cutOff() throws IOException {
        byte[] gzip = gzip(BODY);
        byte[] deflate = packed(DeflaterOutputStream::new, BODY);
        for (int missing : new int[] {1, 9, 100, gzip.length - 5, gzip.length}) {
            refused(400, "gzip", Arrays.copyOf(gzip, gzip.length - missing));
        }
        refused(400, "deflate", Arrays.copyOf(deflate, deflate.length / 2));
        refused(400, "deflate", new byte[0]);
    }

    @Test
    void notWhatItSays() throws IOException {
        refused(400, "gzip", BODY);
        refused(400, "deflate", BODY);
        refused(400, "deflate", gzip(BODY));
        refused(400, "gzip", packed(DeflaterOutputStream::new, BODY));
        refused(400, "identity", gzip(BODY));
        refused(
                400,
                "deflate",
                packed(out -> new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED, true)), BODY));
    }

    @Test
    void brotli() throws IOException {
        byte[] body = brotli(BODY);
        understood("br", body);
        refused(400, "br", Arrays.copyOf(body, body.length - 1));
        refused(400, "br", joined(body, body));
        refused(400, "br", BODY);
    }

    @Test
    void zstd() throws IOException {
        byte[] body = packed(ZstdOutputStream::new, BODY);
        understood("ZSTD", body);
        refused(400, "zstd", Arrays.copyOf(body, body.length - 1));
        refused(400, "zstd", joined(body, BODY));
        refused(400, "zstd", BODY);
        refused(400, "zstd", new byte[0]);
    }

    /** Codings are named in the order in which they were applied. */
    @Test
    void stacked() throws IOException {
        understood("gzip, br", brotli(gzip(BODY)));
        understood("zstd,gzip,identity", gzip(packed(ZstdOutputStream::new, BODY)));
        understood("identity, gzip", gzip(BODY));
        refused(400, "br, gzip", brotli(gzip(BODY)));
    }

    /** 64 MB of blanks behind a good body are some kilobytes on the wire, also when only an inner coding unpacks to them. */
    @Test
    void bombs() throws IOException {
        byte[] blanks = new byte[64 << 20];
        Arrays.fill(blanks, (byte) ' ');
        byte[] large = joined(BODY, blanks);
        refused(413, "gzip", gzip(large));
        refused(413, "deflate", packed(DeflaterOutputStream::new, large));
        refused(413, "gzip", joined(gzip(BODY), gzip(blanks)));
        refused(413, "br", brotli(large));
        refused(413, "zstd", packed(ZstdOutputStream::new, large));
        refused(413, "gzip, br", brotli(gzip(large)));
        refused(413, "gzip, br", brotli(blanks));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compress", "gzip, compress", "gzip;q=1", "chunked", "gzip, gzip, gzip, gzip"})
    void codingsThatAreNotUnderstoodNameThoseThatAre(String coding) throws IOException {
        String message = refused(415, coding, gzip(gzip(BODY)));
        assertTrue(message.contains("gzip, deflate, br or zstd"), message);
    }

    @Test
    void twoHeadersAreAStackToo() throws IOException {
        HttpResponse<String> answer = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages")
                        .header("content-type", "application/json")
                        .header("content-encoding", "gzip")
                        .header("content-encoding", "br")
                        .POST(BodyPublishers.ofByteArray(brotli(gzip(BODY))))
                        .build());
        assertEquals(TEXT, Scene.text(answer));
    }

    /** A form is read as a whole like a conversation; a batch is masked while it is read, and must come plain. */
    @Test
    void anUploadMayBePackedAndABatchMayNot() throws IOException {
        Stored stored = new Stored(scene.gateway());
        byte[] form = Stored.form("file", "text/plain", TEXT.getBytes(UTF_8));
        HttpResponse<String> answer = stored.newFile("gzip, br", brotli(gzip(form)));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                TEXT,
                scene.gateway()
                        .send(Questions.to(
                                        scene.gateway().url(),
                                        "/v1/files/" + new JsonObject(answer.body()).getString("id") + "/content")
                                .build())
                        .body());
        int before = scene.claude().requestsBegun();
        assertEquals(415, stored.newFile("compress", form).statusCode());
        assertEquals(413, stored.newFile("gzip", gzip(new byte[40 << 20])).statusCode());
        HttpResponse<String> batch = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages/batches")
                        .header("content-type", "application/json")
                        .header("content-encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(gzip(Stored.batch(TEXT).getBytes(UTF_8))))
                        .build());
        assertEquals(415, batch.statusCode(), batch.body());
        assertTrue(batch.body().contains("send it plain"), batch.body());
        assertEquals(before, scene.claude().requestsBegun());
    }

    /** What counts against the memory for bodies is what they become, not what the largest of them may become. */
    @Test
    void severalAtOnce() throws Exception {
        Gate gate = new Gate();
        scene.claude().deliver(Delivery.plain().behind(gate));
        int before = scene.claude().received().size();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(scene.gateway()
                    .client()
                    .sendAsync(
                            Questions.to(scene.gateway().url(), "/v1/messages")
                                    .header("content-type", "application/json")
                                    .header("content-encoding", "gzip")
                                    .POST(BodyPublishers.ofByteArray(gzip(BODY)))
                                    .build(),
                            BodyHandlers.ofString()));
        }
        Awaitility.await()
                .until(() -> scene.claude().received().size() == before + 4
                        || answers.stream().anyMatch(CompletableFuture::isDone));
        gate.release(100);
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            HttpResponse<String> one = answer.get(60, TimeUnit.SECONDS);
            assertEquals(200, one.statusCode(), one.body());
        }
        scene.calm();
    }
}
