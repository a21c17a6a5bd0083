package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.awsmasker.testing.Cases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What looks like an identifier now and then because there is so much of it: it goes through both ways as it is. */
class LookAlikesTest {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final List<String> PREFIXES = List.of(
            "msg_01",
            "req_011",
            "toolu_01",
            "srvtoolu_01",
            "mcptoolu_01",
            "file_011",
            "msgbatch_01",
            "wrkspc_01",
            "sesn_01",
            "skill_01",
            "skver_01",
            "container_01",
            "env_01",
            "agent_01",
            "vlt_01",
            "depl_01");

    private final Conversation gateway = new Conversation();

    @Test
    @DisplayName("5.14 ten thousand ids of each kind of the protocol, names with dates and times are no identifiers")
    void hazard_5_14_protocol() {
        Cases.run(100, random -> {
            Supplier<String> base62 = () -> drawn(random, 24, 62);
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                PREFIXES.forEach(prefix -> ids.add(prefix + base62.get()));
                String date = "2026%02d%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
                ids.add("claude-haiku-4-5-" + date);
                ids.add("bash_" + date);
                ids.add(Instant.ofEpochSecond(random.nextInt()).toString());
                ids.add("context-management-"
                        + Instant.ofEpochSecond(random.nextInt()).toString().substring(0, 10));
            }
            unchanged(String.join("\n", ids));
            unchanged("see " + String.join(", ", ids) + ".");
        });
    }

    @Test
    @DisplayName("5.15 of a hundred thousand UUIDs, hundreds of which end in twelve digits, none is an account")
    void hazard_5_15_uuids() {
        Cases.run(100, random -> {
            List<String> uuids = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                uuids.add(new UUID(random.nextLong(), random.nextLong()).toString());
            }
            uuids.add("5d1c4f3e-9a2b-4c1e-8f7d-%012d".formatted(random.nextInt(Integer.MAX_VALUE)));
            unchanged(String.join(random.nextBoolean() ? "\n" : " and ", uuids));
        });
    }

    @Test
    @DisplayName("5.16 thousands of digests and megabytes of blobs are no identifiers, and hold no tokens")
    void hazard_5_16_blobs() {
        Cases.run(50, random -> {
            List<String> digests = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String hex = drawn(random, 64, 16).toLowerCase(Locale.ROOT);
                digests.add("sha256:" + hex);
                digests.add(hex.substring(0, 40));
                digests.add("commit " + hex.substring(24));
                digests.add("md5 " + hex.substring(32));
            }
            unchanged(String.join("\n", digests));
            byte[] blob = new byte[60_000];
            random.nextBytes(blob);
            unchanged("the blob " + Base64.getEncoder().encodeToString(blob) + " ends");
            unchanged("the blob " + Base64.getUrlEncoder().encodeToString(blob) + " ends");
        });
    }

    /** What Claude gets of this text, and what the client gets of it, is this text. */
    private void unchanged(String text) {
        String body = new Chat().user(text).body();
        String sent = gateway.sent(body);
        if (!sent.equals(body)) {
            int at = Arrays.mismatch(body.toCharArray(), sent.toCharArray());
            fail(body.substring(Math.max(0, at - 40), Math.min(body.length(), at + 40)) + " became "
                    + sent.substring(Math.max(0, at - 40), Math.min(sent.length(), at + 40)));
        }
        String answer = Chat.answer(Chat.text(text));
        assertEquals(answer, gateway.received(answer));
    }

    private static String drawn(Random random, int length, int letters) {
        return random.ints(length, 0, letters)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
