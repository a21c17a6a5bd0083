package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestMaskingTest {
    private static final String ID = "i-0abc1234def567890";

    private final Conversation conversation = new Conversation();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}",
                "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"%s\",\"signature\":\"x\"}]}]}",
                "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"d\",\"input\":{\"id\":\"%s\"}}]}]}",
                "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"d\",\"input\":{\"%s\":1}}]}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":\"%s\"}]}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\",\"content\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"%s\"}}]}]}",
                "{\"system\":\"%s\"}",
                "{\"system\":[{\"type\":\"text\",\"text\":\"%s\",\"cache_control\":{\"type\":\"ephemeral\"}}]}",
                "{\"tools\":[{\"name\":\"d\",\"description\":\"%s\",\"input_schema\":{\"type\":\"object\"}}]}",
                "{\"tools\":[{\"name\":\"d\",\"input_schema\":{\"properties\":{\"%s\":{}},\"required\":[\"a\"]}}]}",
                "{\"stop_sequences\":[\"%s\"]}",
                "{\"a_field_of_tomorrow\":{\"deep\":[\"%s\"]}}",
                "{\"%s\":true}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"block_of_tomorrow\",\"blob\":\"%s\"}]}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"\\u0069%s\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"{\\\"InstanceId\\\":\\\"%s\\\"}\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"twice %s and %s\"}]}",
            })
    void masksEveryPositionThatCarriesText(String body) {
        String clear = body.contains("\\u0069%s") ? body.replace("%s", ID.substring(1)) : body.replace("%s", ID);

        assertEquals(body.replace("\\u0069%s", "%s").replace("%s", "EC2_001"), conversation.sent(clear));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":\"claude-haiku-4-5-20251001\"}",
                "{ \"a\" :\t1.50e+3 , \"a\" : \"\\u0041\\/\", \"b\":[ ] }\n",
                "{\"system\":[{\"type\":\"text\",\"text\":\"x-anthropic-billing-header: cc_version=2.1.9.74; cc_entrypoint=cli;\"}]}",
                "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"EC2_001 is odd\",\"signature\":\"EC2_001\"}]}]}",
                "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"redacted_thinking\",\"data\":\"EC2_001\"}]}]}",
                "{\"metadata\":{\"user_id\":\"user_1-account__session_3\"}}",
            })
    void leavesEveryOtherByteAlone(String body) {
        conversation.sent("{\"system\":\"" + ID + "\"}");

        assertEquals(body, conversation.sent(body));
    }

    @Test
    void anAttributionLineThatHidesAnythingIsMasked() {
        String body =
                "{\"system\":[{\"type\":\"text\",\"text\":\"x-anthropic-billing-header: cc_version=2; " + ID + "\"}]}";

        assertFalse(conversation.sent(body).contains(ID));
    }

    @Test
    void namesFoundByKeyAreMaskedEverywhereElse() {
        String sent =
                conversation.sent("{\"messages\":[{\"role\":\"user\",\"content\":\"why is acme-billing-7 public?\"},"
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"t\","
                        + "\"content\":\"{\\\"Bucket\\\": \\\"acme-billing-7\\\"}\"}]}]}");

        assertFalse(sent.contains("acme-billing-7"), sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image|messages[0].content[0].source.data",
                "document|messages[0].content[0].source.data",
            })
    void refusesWhatNobodyCanRead(String type, String path) {
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"" + type
                + "\",\"source\":{\"type\":\"base64\",\"media_type\":\"x/y\",\"data\":\"AAAA\"}}]}]}";

        RefusedContent refused = assertThrows(RefusedContent.class, () -> conversation.sent(body));
        assertEquals(RefusedContent.Kind.UNREADABLE, refused.kind());
        assertTrue(refused.getMessage().startsWith(path), refused.getMessage());
        assertTrue(refused.getMessage().contains("masker.opaque-content"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mcp_servers\":[{\"type\":\"url\",\"url\":\"https://mcp.example\"}]}",
                "{\"tools\":[{\"type\":\"mcp_toolset\",\"mcp_server_name\":\"x\"}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://x\"}}]}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",\"content\":[{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"x\"}}]}]}]}",
            })
    void refusesWhatWouldGoAroundTheGateway(String body) {
        RefusedContent refused = assertThrows(RefusedContent.class, () -> conversation.sent(body));

        assertEquals(RefusedContent.Kind.AROUND_THE_GATEWAY, refused.kind());
        assertEquals(body.contains("mcp"), refused.getMessage().contains("masker.mcp-servers"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"messages\":[{\"content\":[{\"source\":{\"type\":\"file\",\"file_id\":\"file_1\"}}]}]}|file_1",
                "{\"messages\":[{\"content\":[{\"type\":\"container_upload\",\"file_id\":\"file_2\"}]}]}|file_2",
                "{\"thread\":{\"type\":\"continue\",\"previous_message_id\":\"msg_1\"}}|msg_1",
                "{\"container\":\"container_1\"}|container_1",
                "{\"container\":{\"id\":\"container_2\"}}|container_2",
                "{\"container\":{\"skills\":[{\"type\":\"custom\",\"skill_id\":\"skill_1\"}]}}|skill_1",
                "{\"container\":{\"skills\":[{\"type\":\"anthropic\",\"skill_id\":\"xlsx\"}]}}|''",
            })
    void collectsTheIdsOfWhatIsKeptAtAnthropic(String body, String id) {
        Set<String> references = conversation.read(body).references();

        assertEquals(id.isEmpty() ? Set.of() : Set.of(id), references);
    }

    @Test
    void refusesAnObjectOfTwoTypes() {
        String body =
                "{\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"type\":\"redacted_thinking\",\"data\":\"x\"}]}]}";

        assertThrows(RefusedContent.class, () -> conversation.sent(body));
    }

    @Test
    void refusesAnAccountIdThatIsANumber() {
        RefusedContent refused = assertThrows(
                RefusedContent.class,
                () -> conversation.sent("{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\","
                        + "\"input\":{\"accountId\":897355541743}}]}]}"));

        assertFalse(refused.getMessage().contains("897355541743"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"messages\":[{\"content\":\"a\"b\"}]}|messages[0]",
                "{\"messages\":|messages",
                "[1]|must be a JSON object",
                "''|byte 0",
            })
    void saysWhereABodyIsWrong(String body, String where) {
        InvalidBody invalid = assertThrows(InvalidBody.class, () -> conversation.sent(body));

        assertTrue(invalid.getMessage().contains(where), invalid.getMessage());
    }

    @Test
    void aPathNeverTellsACustomersKey() {
        InvalidBody invalid = assertThrows(
                InvalidBody.class, () -> conversation.sent("{\"tools\":[{\"input_schema\":{\"" + ID + "\":[nope]}}]}"));

        assertFalse(invalid.getMessage().contains(ID), invalid.getMessage());
        assertTrue(invalid.getMessage().contains("input_schema"), invalid.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"metadata\":{\"user_id\":\"897355541743:jane\"}}",
                "{\"cache_control\":{\"note\":\"10.99.7.41\"}}",
                "{\"model\":\"i-0abc1234def567890\"}",
                "{\"top_k\":897355541743}",
                "{\"messages\":[{\"role\":\"10.99.7.41\",\"content\":\"x\"}]}",
                "{\"messages\":[{\"content\":[{\"type\":\"tool_result\",\"tool_use_id\":\"10.99.7.41\"}]}]}",
                "{\"messages\":[{\"content\":[{\"type\":\"redacted_thinking\",\"data\":\"at 10.99.7.41\"}]}]}",
                "{\"a\":{\"AccountId\":897355541743.0}}",
                "{\"a\":{\"AccountId\":89735554174300e-2}}",
            })
    void refusesAnIdentifierWhereNoTokenCanStand(String body) {
        assertThrows(RefusedContent.class, () -> conversation.sent(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"system\":[{\"type\":\"text\",\"text\":\"x-anthropic-billing-header: cch=1;\",\"extra\":\"10.99.7.41\"}]}",
                "{\"system\":[{\"type\":\"text\",\"text\":\"10.99.7.41\",\"\\u0074ext\":\"x-anthropic-billing-header: cch=1;\"}]}",
                "{\"system\":[{\"type\":\"text\",\"text\":\"x-anthropic-billing-header: cch=10.99.7.41;\"}]}",
                "{\"system\":\"x\\\\u002610.99.7.41\"}",
                "{\"system\":\"\\u001b[35m10.99.7.41\\u001b[0m\"}",
            })
    void findsAnAddressInEveryHidingPlace(String body) {
        assertFalse(conversation.sent(body).contains("10.99.7.41"));
    }

    @Test
    void readsAJsonValueAsAWholeForWhatItsMembersMeanToEachOther() {
        String sent = conversation.sent("{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\","
                + "\"input\":{\"Buckets\":[{\"Name\":\"canary-bucket-7741\"}]}}]}]}");

        assertFalse(sent.contains("canary-bucket-7741"), sent);
    }

    @Test
    void refusesMoreValuesThanCanBeMaskedAtOnce() {
        String body = "{\"a\":[" + "1,".repeat(500_000) + "1]}";

        assertThrows(OversizedBody.class, () -> conversation.sent(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"EC2_001\"}",
                "{\"content\":[{\"type\":\"tool_use\",\"id\":\"EC2_001\",\"input\":{}}]}",
                "{\"container\":{\"id\":\"EC2_001\"}}",
                "{\"content\":[{\"type\":\"compaction\",\"content\":\"EC2_001\"}]}",
            })
    void restoresNothingWhereItWouldComeBackUnmasked(String answer) {
        conversation.sent("{\"system\":\"" + ID + "\"}");

        assertEquals(answer, conversation.received(answer));
    }
}
