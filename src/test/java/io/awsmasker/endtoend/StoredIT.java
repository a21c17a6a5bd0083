package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.anthropic.core.MultipartField;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.models.files.FileMetadata;
import com.anthropic.models.files.FileUploadParams;
import com.anthropic.models.skills.Skill;
import com.anthropic.models.skills.SkillCreateParams;
import io.awsmasker.testing.Block;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Reply;
import io.awsmasker.testing.Scripts;
import io.awsmasker.testing.Sdk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Claude keeps for later: made through one instance, read through another that has never seen any of it, with the
 * official SDK.
 */
class StoredIT extends TwoInstances {
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
