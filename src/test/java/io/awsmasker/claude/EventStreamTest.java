package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    private static final String ID = "i-0abc1234def567890";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Conversation conversation = new Conversation();

    @BeforeEach
    void mask() {
        conversation.sent("{\"system\":\"" + ID + " and vpc-0a1b2c3d4e5f60718\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"message\"}", "{\"type\":\"message\"}\n", "event: ping\ndata: {}\n"})
    void whatHoldsNoEventIsNotAnEmptyStream(String answer) {
        assertThrows(UnreadableAnswer.class, () -> conversation.streamed(answer, 7));
    }

    @Test
    void everyCutOfATextRestoresTheSame() throws Exception {
        String text = "Stop EC2_001, not VPC_001!";
        for (int cut = 0; cut <= text.length(); cut++) {
            String stream = block("text_delta", "text", text.substring(0, cut), text.substring(cut));

            assertEquals("Stop " + ID + ", not vpc-0a1b2c3d4e5f60718!", joined(stream, 1 + cut, "text"));
        }
    }

    @Test
    void everyCutOfToolInputRestoresTheSame() throws Exception {
        String input =
                "{\"ids\":[\"EC2_001\"],\"VPC_001\":{\"cmd\":\"echo \\\"EC2_001\\\"\",\"json\":\"{\\\"id\\\":\\\"EC2_001\\\"}\"}}";
        JsonNode expected = JSON.readTree(input.replace("EC2_001", ID).replace("VPC_001", "vpc-0a1b2c3d4e5f60718"));
        for (int cut = 0; cut <= input.length(); cut++) {
            String stream = block("input_json_delta", "partial_json", input.substring(0, cut), input.substring(cut));

            assertEquals(expected, JSON.readTree(joined(stream, 7, "partial_json")));
        }
    }

    @Test
    void aTokenWrittenWithEscapesIsRestored() throws Exception {
        String stream = block("input_json_delta", "partial_json", "{\"id\":\"\\u0045C", "2_0\\u00301\"}");

        assertEquals("{\"id\":\"" + ID + "\"}", joined(stream, 64, "partial_json"));
    }

    /** With eager streaming the input of a tool may end anywhere; what was kept back of it is text of an event like any other. */
    @Test
    void anEscapeThatTheEndOfItsBlockCutsOffLeavesAsItCame() throws Exception {
        for (String end : new String[] {"\\", "\\u00", "\\u0045C2_00"}) {
            String input = "{\"id\":\"x " + end;

            assertEquals(input, joined(block("input_json_delta", "partial_json", input, ""), 4096, "partial_json"));
        }
    }

    @Test
    void aTokenAtTheVeryEndLeavesBeforeTheBlockStops() throws Exception {
        String restored = conversation.streamed(block("text_delta", "text", "EC2", "_001"), 4096);

        assertTrue(restored.indexOf(ID) < restored.indexOf("content_block_stop"), restored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event: ping\ndata: {\"type\": \"ping\"}\n\n",
                ": keep-alive\n\n",
                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"thinking_delta\",\"thinking\":\"EC2_001\"}}\n\n",
                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"signature_delta\",\"signature\":\"EC2_001\"}}\n\n",
                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"no token \\u0041 here\"}}\n\n",
                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"\"}}\n\n",
                "event: odd\r\ndata: not json EC2_001\r\n\r\n",
                "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"usage\":{\"input_tokens\":1}}}\n\n",
            })
    void eventsWithNothingToRestoreKeepTheirBytes(String event) {
        assertEquals(event, conversation.streamed(event, 4096));
    }

    @Test
    void resultBlocksThatArriveWholeAreRestored() {
        String start =
                "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":1,\"content_block\":"
                        + "{\"type\":\"mcp_tool_result\",\"content\":[{\"type\":\"text\",\"text\":\"EC2_001\"}]}}\n\n";

        assertEquals(start.replace("EC2_001", ID), conversation.streamed(start, 10));
    }

    @Test
    void anErrorEventIsRestoredAndEverythingKeptBackLeavesBeforeIt() {
        String stream = "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\"at EC2_001\"}}\n\n"
                + "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"EC2_001 broke\"}}\n\n";

        String restored = conversation.streamed(stream, 33);

        assertTrue(restored.contains("\"text\":\"" + ID + "\""), restored);
        assertTrue(restored.indexOf(ID) < restored.indexOf("event: error"), restored);
        assertTrue(restored.contains(ID + " broke"), restored);
    }

    @Test
    void blocksThatInterleaveDoNotMix() {
        String stream = delta(0, "EC2_0") + delta(1, "VPC_0") + delta(0, "01.") + delta(1, "01.");

        String restored = conversation.streamed(stream, 4096);

        assertTrue(restored.contains(ID + "."), restored);
        assertTrue(restored.contains("vpc-0a1b2c3d4e5f60718."), restored);
    }

    @Test
    void aTextThatStartsWithItsBlockJoinsItsDeltas() throws Exception {
        String stream = "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,"
                + "\"content_block\":{\"type\":\"text\",\"text\":\"see EC2_0\"}}\n\n" + delta(0, "01.");

        assertFalse(conversation.streamed(stream, 50).contains("EC2_0"), "a token cut behind the start of its block");
        assertEquals("see " + ID + ".", joined(stream, 50, "text"));
    }

    private static String delta(int index, String text) {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":" + index
                + ",\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}}\n\n";
    }

    private static String block(String type, String member, String first, String second) throws Exception {
        StringBuilder stream = new StringBuilder();
        for (String piece : new String[] {first, second}) {
            stream.append(
                            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"")
                    .append(type)
                    .append("\",\"")
                    .append(member)
                    .append("\":")
                    .append(JSON.writeValueAsString(piece))
                    .append("}}\n\n");
        }
        return stream.append("event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n")
                .toString();
    }

    /** What a client accumulates. */
    private String joined(String stream, int pieceSize, String member) throws Exception {
        StringBuilder joined = new StringBuilder();
        for (String event : conversation.streamed(stream, pieceSize).split("\n\n", 0)) {
            JsonNode data = JSON.readTree(event.substring(event.indexOf("data: ") + 6));
            joined.append(data.path("content_block").path(member).asText(""));
            joined.append(data.path("delta").path(member).asText(""));
        }
        return joined.toString();
    }
}
