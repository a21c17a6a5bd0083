package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Cases;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can happen to identifiers and tokens inside a text, hazard by hazard, with the numbers of the protocol reference. */
class HazardsOfTextTest {
    private static final String ID = "i-0abc1234def567890";

    private final Conversation gateway = new Conversation();

    @Test
    @DisplayName("5.1 every way to cut a token, in every kind of delta, with pings and comments in between")
    void hazard_5_1_compositions() {
        gateway.sent(new Chat().user(ID).body());
        String between = "event: ping\ndata: {\"type\": \"ping\"}\n\n: keep-alive\n\n";
        for (List<String> pieces : Sse.compositions("EC2_001")) {
            StringBuilder text = new StringBuilder(Sse.start(0, Chat.text("")));
            StringBuilder tool = new StringBuilder(
                    Sse.start(1, new JsonObject().put("type", "tool_use").put("input", new JsonObject())));
            tool.append(Sse.delta(1, "input_json_delta", "partial_json", "{\""));
            for (String piece : pieces) {
                text.append(Sse.delta(0, "text_delta", "text", piece)).append(between);
                tool.append(Sse.delta(1, "input_json_delta", "partial_json", piece))
                        .append(between);
            }
            tool.append(Sse.delta(1, "input_json_delta", "partial_json", "\":1}"));

            String got = gateway.streamed(text + Sse.stop(0) + tool + Sse.stop(1) + Sse.end(), 4096);

            assertEquals(ID, Sse.joined(got, 0, "text"), pieces.toString());
            assertEquals("{\"" + ID + "\":1}", Sse.joined(got, 1, "partial_json"), pieces.toString());
            assertEquals(pieces.size() * 2, got.split("event: ping", -1).length - 1, "every ping stays");
        }
    }

    @Test
    @DisplayName("5.1 a stream cut at every byte gives the same text")
    void hazard_5_1_bytes() {
        gateway.sent(new Chat().user(ID).body());
        String stream = Sse.start(0, Chat.text(""))
                + Sse.delta(0, "text_delta", "text", "☂ at EC2_")
                + Sse.delta(0, "text_delta", "text", "001, 😀")
                + Sse.stop(0)
                + Sse.end();
        String whole = gateway.streamed(stream, 1 << 20);
        assertEquals("☂ at " + ID + ", 😀", Sse.joined(whole, 0, "text"));
        for (int size = 1; size < 200; size++) {
            assertEquals(whole, gateway.streamed(stream, size), "pieces of " + size);
        }
    }

    @Test
    @DisplayName("5.1 pings pass at once while a text is kept back")
    void hazard_5_1_pings() {
        gateway.sent(new Chat().user(ID).body());
        String ping = "event: ping\ndata: {\"type\": \"ping\"}\n\n";
        String got = gateway.streamed(Sse.delta(0, "text_delta", "text", "EC2_001") + ping + Sse.stop(0), 1 << 20);
        assertTrue(got.indexOf(ping) < got.indexOf(ID), got);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("5.2 JSON inside JSON, as deep as you like, stays what it was")
    void hazard_5_2_nested(int depth) {
        gateway.sent(new Chat().user(ID + " arn:aws:s3:::acme-billing-7/a/b").body());
        String inner = "say \"EC2_001\" \\ C:\\\\EC2_001\\n";
        for (int i = 0; i < depth; i++) {
            inner = new JsonObject().put("v", inner).encode();
        }
        String json = new JsonObject().put("v", inner).encode();
        for (int cut = 1; cut < json.length(); cut++) {
            String got = gateway.streamed(
                    Sse.delta(0, "input_json_delta", "partial_json", json.substring(0, cut))
                            + Sse.delta(0, "input_json_delta", "partial_json", json.substring(cut))
                            + Sse.stop(0),
                    1 << 20);
            String value = Sse.joined(got, 0, "partial_json");
            for (int i = 0; i <= depth; i++) {
                value = new JsonObject(value).getString("v");
            }
            assertEquals("say \"" + ID + "\" \\ C:\\\\" + ID + "\\n", value);
        }
    }

    @Test
    @DisplayName("5.3 an identifier is found however it is escaped, and no other byte changes")
    void hazard_5_3_escapes() {
        Cases.run(300, random -> {
            String escaped = escaped(ID, random);
            String before = "{\"messages\":[{\"role\":\"user\",\"content\":\"\\ud83d \\/ \\u00e9 ";
            String after = " \\uD83D\\uDE00\"}],\"x\":1.50, \"x\":2}";

            assertEquals(before + "EC2_001" + after, gateway.sent(before + escaped + after));
        });
    }

    private static String escaped(String text, Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String hex = String.format(random.nextBoolean() ? "%04x" : "%04X", (int) c);
            out.append(random.nextInt(3) == 0 ? "\\u" + hex : String.valueOf(c));
        }
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ID + "|EC2_001",
                "stop at " + ID + ".|stop at EC2_001.",
                "i-0|i-0",
                "_001|_001",
                "EC2_009|EC2_009",
            })
    @DisplayName("5.8 stop sequences are masked, and the one that stopped is restored")
    void hazard_5_8_stopSequences(String ours, String theirs) {
        String body = "{\"stop_sequences\":[\"%s\"],\"messages\":[]}";
        assertEquals(body.replace("%s", theirs), gateway.sent(body.replace("%s", ours)));
        String answer =
                "{\"type\":\"message\",\"content\":[],\"stop_reason\":\"stop_sequence\",\"stop_sequence\":\"%s\"}";
        assertEquals(answer.replace("%s", ours), gateway.received(answer.replace("%s", theirs)));
        String stopped = "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":"
                + "\"stop_sequence\",\"stop_sequence\":\"%s\",\"stop_details\":{\"explanation\":\"%s\"}}}\n\n";
        assertEquals(stopped.replace("%s", ours), gateway.streamed(stopped.replace("%s", theirs), 9));
    }

    @Test
    @DisplayName("5.9 5.13 a literal that looks like a token comes back as it was typed")
    void hazard_5_9_literals() {
        gateway.sent(new Chat().user(ID).body());
        for (String literal : List.of("EC2_001", "EC2_002", "EC2_999", "S3_001", "DB_001", "LIT_001")) {
            for (String body : List.of(
                    "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}",
                    "{\"system\":\"%s\"}",
                    "{\"tools\":[{\"name\":\"%s\",\"input_schema\":{\"properties\":{\"%s\":{}}}}]}",
                    "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"content\":\"%s\"}]}]}")) {
                String sent = gateway.sent(body.replace("%s", literal));
                assertEquals(body.replace("%s", literal), gateway.received(sent), literal);
            }
        }
        assertFalse(gateway.sent(new Chat().user("EC2_001").body()).contains("\"EC2_001\""));
    }

    @Test
    @DisplayName("5.10 a token of another tenant is only a word")
    void hazard_5_10_tenants() {
        gateway.sent(new Chat().user(ID).body());
        Conversation other = gateway.foreign();
        other.sent(new Chat().user("i-0fedcba9876543210").body());
        StringBuilder all = new StringBuilder();
        for (int i = 1; i < 100; i++) {
            all.append(String.format("EC2_%03d ", i));
        }
        assertFalse(other.received(Chat.answer(Chat.text(all.toString()))).contains(ID));
        assertFalse(other.streamed(Sse.delta(0, "text_delta", "text", all.toString()) + Sse.end(), 50)
                .contains(ID));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "EC2-001|EC2-001",
                "EC2\\\\_001|EC2\\\\_001",
                "ec2_001|ec2_001",
                "EC2_001s|EC2_001s",
                "EC2_1|EC2_1",
                "EC2 001|EC2 001",
                "EC2\u200b_001|EC2\u200b_001",
                "EC2%5F001|EC2%5F001",
                "RUMyXzAwMQ==|RUMyXzAwMQ==",
                "EC2_0011|EC2_0011",
                "xEC2_001|xEC2_001",
                "EC2_001's|ID's",
                "`EC2_001`|`ID`",
                "**EC2_001**|**ID**",
                "EC2_001-003|ID-003",
                "EC2_001/002|ID/002",
                "\\u0045C2_001|ID",
                "(EC2_001)|(ID)",
            })
    @DisplayName("5.11 only the exact form of a token is restored, whatever stands around it")
    void hazard_5_11_altered(String written, String got) {
        gateway.sent(new Chat().user(ID).body());
        String answer = "{\"type\":\"message\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}";
        assertEquals(answer.replace("%s", got.replace("ID", ID)), gateway.received(answer.replace("%s", written)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.2.3.4", "requests==2.31.0.1", "1.3.6.1.4.1.9", "999.1.2.3", "127.0.0.1", "0.0.0.0"})
    @DisplayName("5.17 versions, object ids and local addresses are no addresses of anybody")
    void hazard_5_17_addresses(String text) {
        String body = new Chat().user("use " + text + " please").body();
        assertEquals(body, gateway.sent(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arn%3Aaws%3Aiam%3A%3A897355541743%3Arole%2Fx9-admin|897355541743|true",
                "i&#45;0abc1234def567890|0abc1234def567890|true",
                "aS0wYWJjMTIzNGRlZjU2Nzg5MA==|aS0wYWJj|true",
                "\\\\u001b[32mi-0abc1234def567890\\\\u001b[0m|0abc1234def567890|true",
            })
    @DisplayName("5.34 encoded identifiers: masked, or one of the gaps that the README names")
    void hazard_5_34_encoded(String text, String inside, boolean masked) {
        String sent = gateway.sent("{\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}");
        assertEquals(masked, !sent.contains(inside), sent);
        assertTrue(Json.decodeValue(sent) instanceof JsonObject);
    }
}
