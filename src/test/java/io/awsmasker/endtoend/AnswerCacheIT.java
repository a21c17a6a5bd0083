package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Block;
import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Script;
import io.awsmasker.testing.Scripts;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.Jedis;

/** The answer cache of the packaged program: what is asked again, and nothing else, is answered without Claude. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerCacheIT {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String FIRST = "i-0c1a2b3d4e5f60718";
    private static final String SECOND = "i-0c1b2c3d4e5f60718";

    private final Scene scene = Scene.start(Map.of("MASKER_CACHE_ENABLED", "true"));
    private final FakeClaude claude = scene.claude();
    private int number;

    @BeforeEach
    void calm() {
        scene.calm();
        claude.forbid(List.of(FIRST, SECOND));
    }

    @AfterAll
    void close() {
        claude.assertNothingLeaked();
        claude.assertPrefixesHeld();
        scene.close();
    }

    /** A question that no other test has asked. */
    private String question() {
        return "question " + ++number + ": is " + FIRST + " slow?";
    }

    private static boolean isHit(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-masker-cache").equals(Optional.of("hit"));
    }

    /** Asks and says whether Claude was asked. */
    private boolean reachesClaude(HttpRequest request) {
        int before = claude.requestsBegun();
        HttpResponse<String> answer = scene.gateway().send(request);
        boolean asked = claude.requestsBegun() > before;
        assertEquals(!asked, isHit(answer), answer.headers().toString());
        return asked;
    }

    private HttpRequest.Builder post(String body) {
        return Questions.post(scene.gateway().url(), body);
    }

    @Test
    void theSameQuestionIsAnsweredOnceByClaudeAndRestoredEachTime() {
        String text = question();
        HttpResponse<String> first = scene.post(Questions.body(text));
        assertFalse(isHit(first));
        int asked = claude.requestsBegun();
        for (int again = 0; again < 3; again++) {
            HttpResponse<String> answer = scene.post(Questions.body(text));
            assertTrue(isHit(answer));
            assertEquals(text, Scene.text(answer));
            assertEquals(first.body(), answer.body());
            assertEquals(Optional.of("true"), answer.headers().firstValue("x-masked-response"));
        }
        assertEquals(asked, claude.requestsBegun());
        String metrics = scene.gateway().management("/q/metrics").body();
        assertTrue(
                metrics.lines().anyMatch(line -> line.startsWith("masker_answer_cache_total{result=\"hit\"}")),
                metrics);
    }

    @Test
    void anotherInstanceGivesTheAnswerToo() {
        String text = question();
        Scene.text(scene.post(Questions.body(text)));
        int asked = claude.requestsBegun();
        try (PackagedGateway other = PackagedGateway.start(
                Scene.settings(claude, scene.redis().port(), Map.of("MASKER_CACHE_ENABLED", "true")))) {
            other.awaitReady(200);
            HttpResponse<String> answer =
                    other.send(Questions.post(other.url(), Questions.body(text)).build());
            assertTrue(isHit(answer));
            assertEquals(text, Scene.text(answer));
        }
        assertEquals(asked, claude.requestsBegun());
    }

    @Test
    void whateverShapesTheAnswerMakesAnotherQuestion() {
        String body = Questions.body(question());
        assertTrue(reachesClaude(post(body).build()));
        assertFalse(reachesClaude(post(body).build()));
        List<UnaryOperator<String>> changes = List.of(
                one -> one.replace("1024", "1025"),
                one -> one.replace("\"max_tokens\"", "\"temperature\":0.5,\"max_tokens\""),
                one -> one.replace("claude-opus-5-5", "claude-haiku-4-5-20251001"),
                one -> one.replace(FIRST, SECOND),
                one -> one.replace(",", ", "));
        for (UnaryOperator<String> change : changes) {
            String changed = change.apply(body);
            assertTrue(reachesClaude(post(changed).build()), changed);
            assertFalse(reachesClaude(post(changed).build()), changed);
        }
        assertTrue(reachesClaude(
                post(body).header("anthropic-beta", "some-feature").build()));
        assertTrue(reachesClaude(
                post(body).setHeader("anthropic-version", "2023-06-01").build()));
        assertFalse(
                reachesClaude(post(body).header("x-stainless-retry-count", "1").build()));
        assertFalse(reachesClaude(post(body).build()));
    }

    @Test
    void anotherCredentialIsAnsweredByClaude() {
        String body = Questions.body(question());
        assertTrue(reachesClaude(post(body).build()));
        claude.answerNext(Scripts.saying("not you"));
        HttpRequest other = post(body).setHeader("x-api-key", "sk-ant-other").build();
        assertTrue(reachesClaude(other));
        HttpRequest bearer = HttpRequest.newBuilder(other.uri())
                .header("content-type", "application/json")
                .header("anthropic-version", "2026-10-21")
                .header("authorization", "Bearer sk-ant-test-only")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertTrue(reachesClaude(bearer));
        HttpRequest nobody = HttpRequest.newBuilder(other.uri())
                .header("content-type", "application/json")
                .header("anthropic-version", "2026-10-21")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertEquals(401, scene.gateway().send(nobody).statusCode());
    }

    @Test
    void streamsErrorsAndToolsAreAskedForEachTime() {
        String streamed = Questions.body(question(), true);
        assertTrue(reachesClaude(post(streamed).build()));
        assertTrue(reachesClaude(post(streamed).build()));
        for (Script script : List.of(
                Scripts.overloaded(), Scripts.echoInTool(), Scripts.blocks(new Block.Text("x".repeat(70_000))))) {
            claude.answer(script);
            String body = Questions.body(question());
            assertTrue(reachesClaude(post(body).build()));
            assertTrue(reachesClaude(post(body).build()));
        }
        claude.answer(Scripts.echo());
        HttpRequest count = Questions.to(scene.gateway().url(), "/v1/messages/count_tokens")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"model\":\"claude-opus-5-5\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"))
                .build();
        assertTrue(reachesClaude(count));
        assertTrue(reachesClaude(count));
    }

    @Test
    void anErasedTenantIsAnsweredByClaude() {
        String body = Questions.body(question());
        assertTrue(reachesClaude(post(body).build()));
        HttpResponse<String> erased = scene.gateway()
                .send(Questions.to(scene.gateway().url(), "/analyze/masking/mappings")
                        .method("DELETE", BodyPublishers.ofString("{\"all\":true}"))
                        .build());
        assertEquals(200, erased.statusCode(), erased.body());
        try (Jedis redis = scene.redis().connect()) {
            assertTrue(redis.keys("aws:cache:*").isEmpty());
        }
        assertTrue(reachesClaude(post(body).build()));
    }

    /** The user may use everything but the answers. */
    @Test
    void answersThatCannotBeStoredBlockNobody() {
        RedisCommands.send(
                scene.redis().port(),
                "ACL SETUSER default resetkeys ~aws:mask:* ~aws:unmask:* ~aws:stats:*"
                        + " ~aws:lock:* ~aws:said:* ~aws:turn:* ~aws:signed:* ~aws:owned:*");
        try {
            String body = Questions.body(question());
            for (int i = 0; i < 10; i++) {
                assertTrue(reachesClaude(post(body).build()));
            }
            scene.gateway().awaitReady(200);
        } finally {
            RedisCommands.send(scene.redis().port(), "ACL SETUSER default ~*");
        }
    }

    @Test
    void itIsOffUnlessAskedFor() {
        try (Scene plain = Scene.start()) {
            String body = Questions.body("hello");
            plain.post(body);
            assertFalse(isHit(plain.post(body)));
            assertEquals(2, plain.claude().requestsBegun());
        }
    }

    @Test
    void theGatewaysOwnKeyServesEveryClientAndWithAnEncryptionKeyNothingStandsInClear() {
        try (Scene own = Scene.start(Map.of(
                        "MASKER_CACHE_ENABLED", "true",
                        "MASKER_UPSTREAM_API_KEY", "sk-ant-own",
                        "MASKER_MAPPING_ENCRYPTION_KEY", KEY));
                Jedis redis = own.redis().connect()) {
            own.claude().forbid(List.of(FIRST));
            String body = Questions.body("who is " + FIRST + "?");
            own.post(body);
            HttpResponse<String> answer = own.gateway()
                    .send(Questions.post(own.gateway().url(), body)
                            .setHeader("x-api-key", "sk-ant-anybody")
                            .build());
            assertTrue(isHit(answer));
            assertEquals("who is " + FIRST + "?", Scene.text(answer));
            assertEquals(1, own.claude().requestsBegun());
            List<String> keys = List.copyOf(redis.keys("aws:cache:*"));
            assertEquals(1, keys.size());
            assertFalse(redis.get(keys.get(0)).contains("EC2_001"));
            own.claude().assertClean();
        }
    }
}
