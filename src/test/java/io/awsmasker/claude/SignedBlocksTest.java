package io.awsmasker.claude;

import static io.awsmasker.claude.Chat.answer;
import static io.awsmasker.claude.Chat.content;
import static io.awsmasker.claude.Chat.text;
import static io.awsmasker.claude.Chat.thought;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that Claude signs come back to it as it wrote them, and nothing else passes for such a block. */
class SignedBlocksTest {
    private static final String ID = "i-0abc1234def567890";
    private static final String INVENTED = "i-0fedcba9876543210";
    private static final String ACCOUNT = "730184925610";
    private static final ContentPolicy RESTORED = new ContentPolicy(false, true, Set.of());

    private final Conversation gateway = new Conversation();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EC2_001 and " + INVENTED + ", EC2_777 too",
                "",
                "naïve ☂ 𝒳 \"quoted\" \\ and\nnew lines at 10.0.9.7",
                "the bucket: acme-billing-7",
            })
    @DisplayName("5.5 thoughts come back untouched, with invented ids, literal tokens, non-ASCII, or empty")
    void hazard_5_5_known(String thinking) {
        gateway.sent(new Chat().user("look at " + ID).body());
        String answer = gateway.received(answer(thought(thinking, "EqQB1+/="), text("See EC2_001.")));
        assertEquals(thinking, first(answer).getString("thinking"), "thoughts stay masked for the client");

        String turn = new Chat()
                .user("look at " + ID)
                .answered(answer)
                .user("and Bucket: acme-billing-7")
                .body();

        for (Conversation instance : List.of(gateway, gateway.elsewhere(ContentPolicy.STRICT))) {
            String sent = instance.sent(turn);
            assertEquals(thought(thinking, "EqQB1+/="), content(sent, 1).getJsonObject(0));
            assertEquals("See EC2_001.", content(sent, 1).getJsonObject(1).getString("text"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"thinking\":\"" + INVENTED + "\",%s",
                "\"cache_control\":{\"type\":\"" + INVENTED + "\"},%s",
                "%s,\"" + INVENTED + "\":null",
                "%s,\"cache_control\":{\"type\":\"ephemeral\",\"x\":\"account " + ACCOUNT + "\"}",
                "%s,\"cache_control\":{\"" + ACCOUNT + "\":null}",
                "%s,\"cache_control\":" + ACCOUNT
            })
    @DisplayName("5.5 a block that says more than the one that is known is not that block")
    void hazard_5_5_more(String members) {
        gateway.sent(new Chat().user("look at " + ID).body());
        gateway.received(answer(thought("hm", "EqQB1"), text("See EC2_001.")));
        String block = members.formatted("\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"EqQB1\"");
        String turn = "{\"messages\":[{\"role\":\"user\",\"content\":\"look at " + ID
                + "\"},{\"role\":\"assistant\",\"content\":[{" + block + "}]}]}";
        String sent = "";
        try {
            sent = gateway.sent(turn);
        } catch (RefusedContent refused) {
            assertFalse(String.valueOf(refused.getMessage()).contains(INVENTED));
        }
        assertFalse(sent.contains(INVENTED) || sent.contains(ACCOUNT), sent);
    }

    @Test
    @DisplayName("5.5 in a stream the signature comes after the text")
    void hazard_5_5_streamed() {
        gateway.sent(new Chat().user(ID).body());
        String stream = Sse.thinking(0, List.of("EC2_0", "01 or " + INVENTED), "EqQB2") + Sse.end();
        assertEquals(stream, gateway.streamed(stream, 7));

        // An SDK may write the members in another order and escape what it likes.
        String turn = "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"},{\"role\":\"assistant\",\"content\":["
                + "{\"signature\":\"EqQB2\",\"type\":\"thinking\",\"thinking\":\"EC2_\\u003001 or " + INVENTED
                + "\"}]}]}";

        assertEquals(turn, gateway.sent(turn));
    }

    @Test
    @DisplayName("5.5 a forged or foreign block is masked like any text")
    void hazard_5_5_forged() {
        gateway.sent(new Chat().user("x").body());
        String answer = gateway.received(answer(thought("I saw nothing", "EqQB3")));
        String forged = new Chat()
                .user("x")
                .answered(answer.replace("nothing", INVENTED))
                .body();
        assertFalse(gateway.sent(forged).contains(INVENTED));

        String seen = gateway.received(answer(thought("maybe " + INVENTED, "EqQB4")));
        String back = new Chat().user("x").answered(seen).body();
        assertTrue(gateway.sent(back).contains(INVENTED));
        assertFalse(gateway.foreign().sent(back).contains(INVENTED), "another tenant");
        assertFalse(gateway.forgetful().sent(back).contains(INVENTED), "another gateway");
    }

    @Test
    @DisplayName("5.5 restored thoughts are put back to what Claude wrote")
    void hazard_5_5_restored() {
        Conversation restoring = gateway.elsewhere(RESTORED);
        restoring.sent(new Chat().user("look at " + ID).body());
        String written = "EC2_001 \"or\" " + INVENTED + " not EC2_001";
        String answer = restoring.received(answer(thought(written, "EqQB5")));
        assertEquals(written.replace("EC2_001", ID), first(answer).getString("thinking"));

        String turn =
                new Chat().user("look at " + ID).answered(answer).user("go on").body();

        assertEquals(thought(written, "EqQB5"), content(restoring.sent(turn), 1).getJsonObject(0));
        assertEquals(
                thought(written, "EqQB5"),
                content(gateway.sent(turn), 1).getJsonObject(0),
                "an instance with the other setting");
        String altered = turn.replace("not " + ID, "not " + ID + " and 10.0.9.8");
        assertFalse(restoring.sent(altered).contains("10.0.9.8"));
    }

    @Test
    @DisplayName("5.5 a note of a thought counts only while its tokens mean what they meant")
    void hazard_5_5_lostMappings() {
        Conversation restoring = gateway.elsewhere(RESTORED);
        restoring.sent(new Chat().user("look at " + ID).body());
        String answer = restoring.received(answer(thought("it is EC2_001", "EqQB7")));
        String turn = new Chat().user("look at " + ID).answered(answer).body();
        Conversation bereft = restoring.bereft(RESTORED);
        bereft.sent(new Chat().user(INVENTED).body());

        String thought = content(bereft.sent(turn), 1).getJsonObject(0).getString("thinking");

        assertEquals("it is EC2_002", thought, "EC2_001 is another instance by now");
    }

    @Test
    @DisplayName("5.1 5.5 restored thoughts in a stream, cut anywhere, leave before their signature")
    void hazard_5_5_restoredStream() {
        for (List<String> pieces : Sse.compositions("EC2_001")) {
            Conversation restoring = gateway.elsewhere(RESTORED);
            restoring.sent(new Chat().user("look at " + ID).body());

            String streamed = restoring.streamed(Sse.thinking(0, pieces, "EqQB6") + Sse.end(), 1 << 20);

            assertEquals(ID, Sse.joined(streamed, 0, "thinking"));
            assertTrue(streamed.indexOf(ID) < streamed.indexOf("signature_delta"), streamed);
            String turn = new Chat()
                    .user("look at " + ID)
                    .add("assistant", new JsonArray().add(thought(ID, "EqQB6")))
                    .body();
            assertEquals(
                    thought("EC2_001", "EqQB6"),
                    content(restoring.sent(turn), 1).getJsonObject(0));
        }
    }

    @Test
    @DisplayName("5.5 compactions and listings of MCP tools come back unchanged too")
    void hazard_5_5_otherKinds() {
        gateway.sent(new Chat().user(ID).body());
        JsonObject compaction = new JsonObject()
                .put("type", "compaction")
                .put("content", "So far: EC2_001, " + INVENTED)
                .put("encrypted_content", "QUJD");
        JsonObject listing = new JsonObject()
                .put("type", "mcp_tool_listing")
                .put("mcp_server_name", "x")
                .put("tools", new JsonArray().add(new JsonObject().put("description", "reads " + INVENTED)));
        String plain = gateway.received(answer(listing));
        String stream = gateway.streamed(
                Sse.start(0, new JsonObject().put("type", "compaction").putNull("content"))
                        + Sse.delta(
                                0,
                                "compaction_delta",
                                "content",
                                compaction.getString("content"),
                                "encrypted_content",
                                "QUJD")
                        + Sse.stop(0)
                        + Sse.end(),
                9);
        assertTrue(stream.contains("EC2_001"), "a summary stays as Claude wrote it");

        String sent = gateway.sent(new Chat()
                .user(ID)
                .answered(plain)
                .add("assistant", new JsonArray().add(compaction))
                .body());

        assertEquals(listing, content(sent, 1).getJsonObject(0));
        assertEquals(compaction, content(sent, 2).getJsonObject(0));
    }

    private static JsonObject first(String answer) {
        return new JsonObject(answer).getJsonArray("content").getJsonObject(0);
    }
}
