package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the predecessor got wrong in bodies and streams, each as a test of its own. Its defects in Redis are in the contract of
 * the mappings ({@code MappingsContract}) and in {@code RedisFaultsTest}.
 */
class PredecessorDefectsTest {
    private final Conversation conversation = new Conversation();

    @Test
    void aTokenSplitInAStreamReachedTheClient() {
        conversation.sent(user("i-1234567890abcdef0"));

        String received = conversation.streamed(delta("EC2") + delta("_0") + delta("01 runs"), 4096);

        assertFalse(received.contains("EC2"), received);
        assertFalse(received.contains("_0"), received);
    }

    @Test
    void token100WasRestoredInside1000() {
        for (int i = 0; i < 1000; i++) {
            conversation.sent(user(String.format("i-%017x", 0xabc000 + i)));
        }

        assertEquals("\"" + String.format("i-%017x", 0xabc000 + 999) + "\"", conversation.received("\"EC2_1000\""));
        assertEquals("\"" + String.format("i-%017x", 0xabc000 + 99) + "\"", conversation.received("\"EC2_100\""));
    }

    @Test
    void eightDigitPatternsLeftNineDigitsOfALongIdInClear() {
        assertEquals(user("EC2_001"), conversation.sent(user("i-1234567890abcdef0")));
        assertEquals(user("VPC_001 VPC_002"), conversation.sent(user("vpc-0a1b2c3d4e5f60718 vpc-6d461be2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "172.16.4.5", "192.168.7.8", "100.64.9.79"})
    void noPrivateAddressWasMasked(String address) {
        assertFalse(conversation.sent(user("from " + address + " to")).contains(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T10:11:12Z",
                "at 12:34:56 and 23:59:59.123",
                "your feedback, please",
                "a database of feedback",
                "1732183872123 and 1732183872",
                "claude-haiku-4-5-20251001",
                "std::vector and AWS::EC2::Instance",
            })
    void ordinaryTextWasTakenForAnIdentifier(String text) {
        assertEquals(user(text), conversation.sent(user(text)));
    }

    @Test
    void replacementInTheWholeTextHitKeysAndTheModel() {
        String body = "{\"model\":\"claude-opus-5-5\",\"orders-db-7\":1,\"messages\":[{\"role\":\"user\",\"content\":"
                + "\"--db-instance-identifier orders-db-7\"}]}";

        String sent = conversation.sent(body);

        assertFalse(sent.contains("orders-db-7"), sent);
        assertEquals(body.replaceAll("orders-db-7", "RDS_001"), sent);
    }

    @Test
    void replacementInTheWholeTextHitBase64() {
        String opaque = "EqQBCgIYAhIM1gbcDa9GJwZA2b3hGgxBdjrkzLoky3dl1pkiMOYdsAKIA46EZ6H5JU24Z5GDHx";
        String body = "{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"type\":\"redacted_thinking\",\"data\":\""
                + opaque + "\"}]}]}";

        assertEquals(body, conversation.sent(body));
        assertEquals(body, conversation.received(body));
    }

    private static String user(String text) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
    }

    private static String delta(String text) {
        return "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                + "\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}}\n\n";
    }
}
