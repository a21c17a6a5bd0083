package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anthropic.core.MultipartField;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.files.FileMetadata;
import com.anthropic.models.files.FileUploadParams;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.MessageBatch;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import com.anthropic.models.skills.Skill;
import com.anthropic.models.skills.SkillCreateParams;
import com.anthropic.services.blocking.messages.BatchService;
import io.awsmasker.testing.Block;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Reply;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Claude keeps for later: made through one instance, read through another that has never seen any of it, with the
 * official SDK.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredIT {
    private static final String FIRST = "i-0a1b2c3d4e5f60718";
    private static final String SECOND = "i-0b1c2d3e4f5061728";

    private final Scene scene = Scene.start();
    private final PackagedGateway other =
            PackagedGateway.start(Scene.settings(scene.claude(), scene.redis().port(), Map.of()));

    StoredIT() {
        scene.claude().forbid(List.of(FIRST, SECOND));
        other.awaitReady(200);
    }

    @BeforeEach
    void calm() {
        scene.calm();
    }

    @AfterAll
    void close() {
        other.close();
        scene.close();
    }

    /** 5.26: created on one instance, which is killed, and read on another; every address leads to the one that answers. */
    @Test
    void batchesAreReadOnAnotherInstance() {
        String id;
        PackagedGateway killed = PackagedGateway.start(
                Scene.settings(scene.claude(), scene.redis().port(), Map.of()));
        killed.awaitReady(200);
        try (Sdk sdk = Sdk.at(killed.url())) {
            MessageBatch batch = sdk.client()
                    .messages()
                    .batches()
                    .create(batch(Map.of("about-" + FIRST, "why is " + FIRST + " slow?", "plain", "and " + SECOND)));
            id = batch.id();
            assertTrue(batch.resultsUrl().isEmpty(), "it has ended already");
        } finally {
            killed.close();
        }
        try (Sdk sdk = Sdk.at(other.url())) {
            BatchService batches = sdk.client().messages().batches();
            String results = other.url() + "/v1/messages/batches/" + id + "/results";
            assertEquals(results, new Stored(other).ended(id).getString("results_url"));
            assertEquals(results, batches.retrieve(id).resultsUrl().orElseThrow());
            assertTrue(batches.list().data().stream()
                    .anyMatch(one -> one.resultsUrl().orElseThrow().equals(results)));
            assertEquals(results, batches.cancel(id).resultsUrl().orElseThrow());
            Map<String, String> expected =
                    Map.of("about-" + FIRST, "why is " + FIRST + " slow?", "plain", "and " + SECOND);
            assertEquals(expected, results(batches, id));
            assertEquals(expected.keySet(), followed(results));
            assertEquals(id, batches.delete(id).id());
        }
        assertTrue(scene.claude().received().stream()
                .anyMatch(request -> request.bodyText().contains("\"custom_id\":\"about-EC2_")));
        scene.claude().assertClean();
    }

    /** What the TypeScript SDK does: it asks the address in the batch object and sends its key there. */
    private java.util.Set<String> followed(String address) {
        String lines = other.send(HttpRequest.newBuilder(URI.create(address))
                        .header("x-api-key", Sdk.KEY)
                        .header("anthropic-version", "2026-10-21")
                        .build())
                .body();
        return lines.lines()
                .map(line -> new JsonObject(line).getString("custom_id"))
                .collect(Collectors.toSet());
    }

    private static BatchCreateParams batch(Map<String, String> texts) {
        BatchCreateParams.Builder batch = BatchCreateParams.builder();
        texts.forEach((customId, text) -> batch.addRequest(BatchCreateParams.Request.builder()
                .customId(customId)
                .params(BatchCreateParams.Request.Params.builder()
                        .model("claude-opus-5-5")
                        .maxTokens(1024)
                        .addUserMessage(text)
                        .build())
                .build()));
        return batch.build();
    }

    private static Map<String, String> results(BatchService batches, String id) {
        Map<String, String> results = new TreeMap<>();
        try (StreamResponse<MessageBatchIndividualResponse> lines = batches.resultsStreaming(id)) {
            lines.stream()
                    .forEach(line -> results.put(
                            line.customId(),
                            Sdk.text(line.result().asSucceeded().message())));
        }
        return results;
    }

    @Test
    void linesOfResultsMayBeLongAndCutAnywhere() {
        String text = (FIRST + " and " + "x".repeat(999) + " ").repeat(1200);
        scene.claude().deliver(io.awsmasker.testing.Delivery.plain().writes(10_007));
        try (Sdk sdk = Sdk.at(scene.gateway().url())) {
            BatchService batches = sdk.client().messages().batches();
            String id =
                    batches.create(batch(Map.of("long", text, "short", SECOND))).id();
            new Stored(scene.gateway()).ended(id);
            assertEquals(Map.of("long", text, "short", SECOND), results(batches, id));
        }
        scene.claude().assertClean();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{\"mcp_servers\":[{\"url\":\"https://mcp.example\"}]}}]}",
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":"
                        + "\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"iVBO\"}}]}]}}]}",
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{\"container\":\"container_of_somebody\"}}]}",
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{}}]",
                "{\"requests\":[{\"custom_id\":\"a\",\"params\":{]}}]}"
            })
    void aBatchIsRefusedBeforeAByteOfItLeaves(String body) {
        int before = scene.claude().requestsBegun();
        java.net.http.HttpResponse<String> answer = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages/batches")
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        assertTrue(List.of(400, 415, 451).contains(answer.statusCode()), answer.body());
        assertEquals(before, scene.claude().requestsBegun());
    }

    /** 5.21: a large batch is broken off before its last chunk, and Claude, one of its own here, never takes it for whole. */
    @Test
    void aLargeBatchIsBrokenOff() {
        String good = "{\"custom_id\":\"a\",\"params\":" + Questions.body(FIRST + " " + "x".repeat(100_000)) + "},";
        String bad = "{\"custom_id\":\"b\",\"params\":{\"mcp_servers\":[{\"url\":\"https://mcp.example\"}]}}";
        try (Scene alone = Scene.start()) {
            alone.claude().forbid(List.of(FIRST));
            java.net.http.HttpResponse<String> answer = alone.gateway()
                    .send(Questions.to(alone.gateway().url(), "/v1/messages/batches")
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"requests\":[" + good.repeat(90) + bad + "]}"))
                            .build());
            assertEquals(451, answer.statusCode(), answer.body());
            alone.claude().assertNothingLeaked();
            assertTrue(
                    alone.claude().received().stream()
                            .noneMatch(request -> request.body().length() > 0),
                    "an incomplete batch arrived as whole");
        }
    }

    /** 5.27: text is masked and comes back, name included; the id can be used by this tenant on any instance. */
    @Test
    void textFilesAreMaskedAndComeBack() throws IOException {
        String text =
                "# hosts\nweb " + FIRST + "\ndb\t" + SECOND + "\nümläut ☂ " + "y".repeat(70_000) + " " + FIRST + "\n";
        FileMetadata file;
        try (Sdk sdk = Sdk.at(scene.gateway().url())) {
            file = sdk.client()
                    .files()
                    .upload(FileUploadParams.builder()
                            .file(field(text, FIRST + " größe.txt", "text/plain"))
                            .expiresInSeconds(3600)
                            .build());
        }
        assertEquals(FIRST + " größe.txt", file.filename());
        String sent = scene.claude().last().bodyText();
        assertTrue(sent.contains("filename=\"EC2_") && sent.contains("Content-Type: text/plain"), sent);
        assertTrue(sent.contains("\r\n\r\n3600\r\n"), sent);
        try (Sdk sdk = Sdk.at(other.url())) {
            assertEquals(
                    file.filename(),
                    sdk.client().files().retrieveMetadata(file.id()).filename());
            List<String> names = sdk.client().files().list().data().stream()
                    .map(FileMetadata::filename)
                    .toList();
            assertTrue(names.contains(file.filename()), names.toString());
            try (HttpResponse content = sdk.client().files().download(file.id())) {
                assertEquals(text, new String(content.body().readAllBytes(), UTF_8));
            }
        }
        assertEquals(
                200,
                ask(other, "{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"" + file.id() + "\"}}"));
        assertEquals(200, ask(other, "{\"type\":\"container_upload\",\"file_id\":\"" + file.id() + "\"}"));
        scene.claude().assertClean();
    }

    @Test
    void filesThatNobodyCanReadAreRefused() {
        Stored stored = new Stored(scene.gateway());
        int before = scene.claude().requestsBegun();
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 1};
        for (java.net.http.HttpResponse<String> answer : List.of(
                stored.upload("/v1/files", "file", "image/png", picture),
                stored.upload("/v1/files", "file", "text/plain", picture),
                stored.upload("/v1/files", "file", "application/octet-stream", picture),
                stored.upload("/v1/files", "file", "application/pdf", "%PDF-1.4 text"),
                stored.upload("/v1/files", "file", "application/zip", "PK text"),
                stored.upload("/v1/skills", "files", "text/plain", new byte[] {'a', (byte) 0xff, 'b'}))) {
            assertEquals(415, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("AWS_MASKER_2004"), answer.body());
        }
        assertEquals(before, scene.claude().requestsBegun());
    }

    @Test
    void skillsAreMaskedFileByFile() {
        Skill skill;
        try (Sdk sdk = Sdk.at(scene.gateway().url())) {
            skill = sdk.client()
                    .skills()
                    .create(SkillCreateParams.builder()
                            .displayName("care for " + FIRST)
                            .addFile(field("---\nname: x\n---\nrestart " + SECOND, "care/SKILL.md", "text/markdown"))
                            .addFile(field("host=" + FIRST, "care/" + SECOND + ".cfg", "application/octet-stream"))
                            .build());
            assertEquals("care for " + FIRST, skill.displayName());
        }
        String sent = scene.claude().last().bodyText();
        assertTrue(sent.contains("care for EC2_") && sent.contains("restart EC2_") && sent.contains("care/EC2_"), sent);
        String container =
                "\"container\":{\"skills\":[{\"type\":\"custom\",\"skill_id\":\"%s\",\"version\":\"latest\"}]}";
        assertEquals(200, askWith(other, container.formatted(skill.id())));
        assertEquals(451, askWith(other, container.formatted("skill_of_somebody_else")));
        assertEquals(200, askWith(other, container.formatted("xlsx").replace("custom", "anthropic")));
        scene.claude().assertClean();
    }

    /** 5.35, 1.6: whatever Claude keeps is referred to by those who made it only. */
    @Test
    void idsOfOthersAreRefusedInMessages() {
        int before = scene.claude().requestsBegun();
        assertEquals(
                451, ask(other, "{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"file_foreign\"}}"));
        assertEquals(451, ask(other, "{\"type\":\"container_upload\",\"file_id\":\"file_foreign\"}"));
        assertEquals(451, askWith(other, "\"container\":\"container_foreign\""));
        assertEquals(451, askWith(other, "\"container\":{\"id\":\"container_foreign\"}"));
        assertEquals(451, askWith(other, "\"container\":[\"container_foreign\"]"));
        assertEquals(451, askWith(other, "\"thread\":{\"type\":\"continue\",\"previous_message_id\":\"msg_foreign\"}"));
        assertEquals(before, scene.claude().requestsBegun());
    }

    /** 5.35: a thread goes on through another instance, and the answer names a token of the turn before. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void threadsGoOnElsewhere(boolean streamed) {
        scene.claude().answerNext(Scripts.saying("noted"));
        String body = Questions.body("remember " + FIRST, streamed);
        assertEquals(
                200,
                send(scene.gateway(), with(body, "\"thread\":{\"type\":\"create\"}"))
                        .statusCode());
        String token = scene.claude().last().bodyText().replaceAll("(?s).*(EC2_[0-9]+).*", "$1");
        scene.claude().answerNext(Scripts.saying("it was " + token));
        java.net.http.HttpResponse<String> answer = send(
                other,
                with(
                        Questions.body("which one?"),
                        "\"thread\":{\"type\":\"continue\",\"previous_message_id\":\"msg_01XFDUDYJgAACzvnptvVoYEL\"}"));
        assertEquals("it was " + FIRST, Scene.text(answer));
    }

    /** 5.35: files that a tool made at Anthropic belong to whoever ran it, plain and streamed. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void filesOfToolsBelongToTheCaller(boolean streamed) {
        String id = "file_made_by_tool_" + streamed;
        String use = "{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"" + id + "\"}}";
        assertEquals(451, ask(other, use));
        scene.claude()
                .answerNext(question -> Reply.Message.of(new Block.Whole(
                        "{\"type\":\"bash_code_execution_tool_result\",\"tool_use_id\":\"srvtoolu_1\",\"content\":{\"type\":"
                                + "\"bash_code_execution_result\",\"stdout\":\"\",\"stderr\":\"\",\"return_code\":0,\"content\":"
                                + "[{\"type\":\"bash_code_execution_output\",\"file_id\":\"" + id + "\"}]}}")));
        assertEquals(
                200,
                send(scene.gateway(), Questions.body("make a file", streamed)).statusCode());
        assertEquals(200, ask(other, use));
        scene.claude().assertNothingLeaked();
    }

    @Test
    void whatAProxyClaimsAboutTheAddressDoesNotCount() {
        String id = new Stored(scene.gateway()).newBatch(FIRST);
        new Stored(scene.gateway()).ended(id);
        String body = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/v1/messages/batches/" + id)
                        .header("x-forwarded-proto", "https")
                        .header("x-forwarded-host", "evil.example")
                        .build())
                .body();
        assertTrue(
                new JsonObject(body)
                        .getString("results_url")
                        .startsWith(scene.gateway().url() + "/v1/"),
                body);
        assertFalse(body.contains("evil"), body);
    }

    private static MultipartField<InputStream> field(String text, String filename, String type) {
        return MultipartField.<InputStream>builder()
                .value(new ByteArrayInputStream(text.getBytes(UTF_8)))
                .filename(filename)
                .contentType(type)
                .build();
    }

    private static int ask(PackagedGateway gateway, String block) {
        return send(
                        gateway,
                        "{\"model\":\"claude-opus-5-5\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":["
                                + block + ",{\"type\":\"text\",\"text\":\"what is it?\"}]}]}")
                .statusCode();
    }

    private static int askWith(PackagedGateway gateway, String member) {
        return send(gateway, with(Questions.body("go on"), member)).statusCode();
    }

    private static String with(String body, String member) {
        return "{" + member + "," + body.substring(1);
    }

    private static java.net.http.HttpResponse<String> send(PackagedGateway gateway, String body) {
        return gateway.send(Questions.post(gateway.url(), body).build());
    }
}
