package io.awsmasker.claude;

import static io.awsmasker.claude.Chat.answer;
import static io.awsmasker.claude.Chat.content;
import static io.awsmasker.claude.Chat.message;
import static io.awsmasker.claude.Chat.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Cases;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Upstream, every turn of a conversation begins with the turn before it, whatever became known in between. */
class TurnsTest {
    private static final String NAME = "acme-billing-7";
    private static final String REVEALED = "{\"Bucket\": \"acme-billing-7\"}";
    private static final String INVENTED = "i-0fedcba9876543210";

    private final Conversation gateway = new Conversation();

    @Test
    @DisplayName("5.7 a name that becomes known late does not change the turns before it")
    void hazard_5_7_lateName() {
        Chat chat = new Chat().user("why is " + NAME + " public?");
        String first = gateway.sent(chat.body());
        String answer = gateway.received(answer(text("Show me " + NAME + ".")));
        chat.answered(answer).user(REVEALED + " is " + NAME);

        for (Conversation instance : List.of(gateway, gateway.elsewhere(ContentPolicy.STRICT))) {
            String second = instance.sent(chat.body());
            assertEquals(message(first, 0), message(second, 0));
            assertEquals(
                    "Show me " + NAME + ".", content(second, 1).getJsonObject(0).getString("text"));
            assertFalse(message(second, 2).encode().contains(NAME), second);
        }

        String third = gateway.sent(chat.answered(gateway.received(answer(text("It is BUCKET_001."))))
                .user("So " + NAME + "?")
                .body());
        assertEquals(message(first, 0), message(third, 0));
        assertEquals("It is BUCKET_001.", content(third, 3).getJsonObject(0).getString("text"));
        assertEquals("So BUCKET_001?", message(third, 4).getString("content"));
    }

    @Test
    @DisplayName("5.7 what was never sent is masked by all that is known")
    void hazard_5_7_neverSent() {
        Chat chat = new Chat().user("why is " + NAME + " public?");
        gateway.sent(chat.body());
        chat.add("assistant", "hm").user(REVEALED);

        assertFalse(gateway.foreign().sent(chat.body()).contains(NAME), "another tenant");
        assertFalse(gateway.forgetful().sent(chat.body()).contains(NAME), "another store");
        String altered = chat.body().replace("why", "when");
        assertFalse(gateway.sent(altered).contains(NAME), "another beginning");
    }

    @Test
    @DisplayName("5.7 marks for the prompt cache may move, and thoughts may be left out")
    void hazard_5_7_cacheMarks() {
        JsonObject block = text("why is " + NAME + " public?");
        gateway.sent(new Chat()
                .add(
                        "user",
                        new JsonArray()
                                .add(block.copy().put("cache_control", new JsonObject().put("type", "ephemeral"))))
                .body());
        String answer = gateway.received(answer(Chat.thought("hm", "EqQB"), text("Because.")));
        Chat chat = new Chat()
                .add("user", new JsonArray().add(block))
                .answered(answer)
                .user("go on");
        gateway.sent(chat.body());
        gateway.received(answer(text("ok")));

        String sent = gateway.sent(new Chat()
                .add("user", new JsonArray().add(block))
                .add("assistant", new JsonArray().add(text("Because.")))
                .user("go on")
                .add("assistant", "ok")
                .user(REVEALED)
                .body());

        assertEquals(block, content(sent, 0).getJsonObject(0));
    }

    @Test
    @DisplayName("5.12 an identifier that Claude wrote itself comes back to it, and only there")
    void hazard_5_12_invented() {
        Chat chat = new Chat().user("look at i-0abc1234def567890");
        gateway.sent(chat.body());
        String input = "{\"ids\":[\"EC2_001\",\"" + INVENTED + "\"],\"" + INVENTED + "\":1}";
        String answer = gateway.received(answer(
                Chat.thought("is it " + INVENTED + "?", "EqQB"),
                text("EC2_001 or " + INVENTED + ", EC2_001-EC2_001"),
                new JsonObject()
                        .put("type", "tool_use")
                        .put("id", "toolu_1")
                        .put("name", "d")
                        .put("input", new JsonObject(input))));
        chat.answered(answer).user("not " + INVENTED);

        String sent = gateway.sent(chat.body());

        assertEquals(
                "EC2_001 or " + INVENTED + ", EC2_001-EC2_001",
                content(sent, 1).getJsonObject(1).getString("text"));
        assertEquals(
                new JsonObject(input).getJsonArray("ids"),
                content(sent, 1).getJsonObject(2).getJsonObject("input").getJsonArray("ids"));
        assertFalse(message(sent, 2).encode().contains(INVENTED), sent);
        assertFalse(gateway.forgetful().sent(chat.body()).contains("or " + INVENTED));
        String elsewhere = new Chat().user("another talk").answered(answer).body();
        assertFalse(gateway.sent(elsewhere).contains("or " + INVENTED), "another conversation");
    }

    @Test
    @DisplayName("5.12 the same in a stream, in text and in the input of a tool")
    void hazard_5_12_streamed() {
        Chat chat = new Chat().user("look at i-0abc1234def567890");
        gateway.sent(chat.body());
        String written = "EC2_001:EC2_001 or " + INVENTED;
        JsonObject input = new JsonObject().put("q", "is \"" + INVENTED + "\" EC2_001?");
        String stream = Sse.start(0, text(""))
                + Sse.delta(0, "text_delta", "text", written.substring(0, 4))
                + Sse.delta(0, "text_delta", "text", written.substring(4))
                + Sse.stop(0)
                + Sse.start(
                        1,
                        new JsonObject()
                                .put("type", "tool_use")
                                .put("id", "t")
                                .put("name", "d")
                                .put("input", new JsonObject()))
                + Sse.delta(
                        1, "input_json_delta", "partial_json", input.encode().substring(0, 9))
                + Sse.delta(
                        1, "input_json_delta", "partial_json", input.encode().substring(9))
                + Sse.stop(1)
                + Sse.end();
        String got = gateway.streamed(stream, 11);
        JsonObject tool = new JsonObject()
                .put("type", "tool_use")
                .put("id", "t")
                .put("name", "d")
                .put("input", new JsonObject(Sse.joined(got, 1, "partial_json")));
        chat.add(
                        "assistant",
                        new JsonArray().add(text(Sse.joined(got, 0, "text"))).add(tool))
                .user("go on");

        String sent = gateway.sent(chat.body());

        assertEquals(written, content(sent, 1).getJsonObject(0).getString("text"));
        assertEquals(input, content(sent, 1).getJsonObject(1).getJsonObject("input"));
    }

    @Test
    @DisplayName("P3 random conversations: turn n is a prefix of turn n+1, and answers come back as they were written")
    void everyTurnIsAPrefixOfTheNext() {
        List<String> words = List.of(
                "why",
                NAME,
                REVEALED,
                INVENTED,
                "EC2_001",
                "i-0abc1234def567890",
                "10.4.7.9",
                "orders-db-7",
                "--db-instance-identifier orders-db-7",
                "EC2_001-VPC_001",
                "S3_001:EC2_002",
                "LIT_001",
                "vpc-0a1b2c3d4e5f60718");
        Cases.run(60, random -> {
            Conversation talk = new Conversation();
            Chat chat = new Chat();
            List<JsonObject> before = new ArrayList<>();
            for (int turn = 0; turn < 5; turn++) {
                chat.user(sentence(words, random));
                Conversation instance = random.nextBoolean() ? talk : talk.elsewhere(ContentPolicy.STRICT);
                String sent = instance.sent(chat.body());
                for (int i = 0; i < before.size(); i++) {
                    assertEquals(before.get(i), message(sent, i));
                }
                String written = sentence(words, random);
                before.clear();
                for (int i = 0; i <= 2 * turn; i++) {
                    before.add(message(sent, i));
                }
                before.add(
                        new JsonObject().put("role", "assistant").put("content", new JsonArray().add(text(written))));
                chat.answered(instance.received(answer(text(written))));
            }
        });
        assertTrue(words.size() > 1);
    }

    private static String sentence(List<String> words, java.util.Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            sentence.append(words.get(random.nextInt(words.size())))
                    .append(List.of(" ", ", ", ": ").get(random.nextInt(3)));
        }
        return sentence.toString();
    }
}
