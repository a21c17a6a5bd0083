package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Cases;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch is cut between its requests and nowhere else, wherever the network cut it. */
class BatchCutterTest {
    private static final int LONGEST = 4 << 20;

    @Test
    void theRequestsAreOneRun() {
        List<BatchPart> parts = cut("{ \"requests\" : [ {\"a\":\"]}\\\"\"} , {\"b\":[{}]} ] }", 1000);

        assertEquals(
                List.of(BatchPart.Kind.STRUCTURE, BatchPart.Kind.REQUESTS, BatchPart.Kind.STRUCTURE), kinds(parts));
        assertEquals("{\"a\":\"]}\\\"\"} , {\"b\":[{}]} ", text(parts.get(1)));
    }

    @Test
    void aNameMayBeEscaped() {
        List<BatchPart> parts = cut("{\"\\u0072equests\":[{}]}", 3);

        assertEquals(
                List.of(BatchPart.Kind.STRUCTURE, BatchPart.Kind.REQUESTS, BatchPart.Kind.STRUCTURE), kinds(parts));
    }

    @Test
    void unknownMembersAreCutOutWithTheirNames() {
        List<BatchPart> parts = cut("{\"x\":{\"y\":[1,\"}\"]},\"requests\":[{}],\"z\": 3 }", 1);

        List<String> members = parts.stream()
                .filter(part -> part.kind() == BatchPart.Kind.MEMBER)
                .map(BatchCutterTest::text)
                .toList();
        assertEquals(List.of("\"x\":{\"y\":[1,\"}\"]}", "\"z\": 3 "), members);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"requests\":{}}",
                "{\"requests\":[{}]",
                "{\"requests\":[{}]}}",
                "{\"requests\":[{},]}",
                "{\"requests\":[,{}]}",
                "{\"requests\":[{} {}]}",
                "{\"requests\":[\"i-0123456789abcdef0\"]}",
                "{\"requests\":[{}],\"requests\":[{}]}",
                "{\"requests\":[{}],}",
                "{requests:[{}]}",
                "{\"requests\" [{}]}",
                "{\"requests\":[{\"a\":\"}]}"
            })
    void whatIsNoBatchIsRefused(String body) {
        for (int size : new int[] {1, 7, 1000}) {
            assertThrows(InvalidBody.class, () -> cut(body, size), body);
        }
    }

    @Test
    void aRequestThatIsTooLongIsRefusedBeforeItEnds() {
        BatchCutter cutter = new BatchCutter(LONGEST);
        cutter.accept("{\"requests\":[{\"a\":\"".getBytes(UTF_8));
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) 'x');

        assertThrows(OversizedBody.class, () -> {
            for (int i = 0; i < 5; i++) {
                cutter.accept(piece);
            }
        });
    }

    @Test
    void allPartsTogetherAreTheBodyAndRunsAreBounded() {
        Cases.run(300, random -> {
            String body = randomBatch(random);
            List<BatchPart> parts = cut(body, 1 + random.nextInt(50));
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            parts.forEach(part -> joined.writeBytes(part.bytes()));
            assertArrayEquals(body.getBytes(UTF_8), joined.toByteArray());
        });
        String request = "{\"a\":\"" + "x".repeat(300_000) + "\"}";
        List<BatchPart> runs = cut(
                        "{\"requests\":[" + String.join(",", List.of(request, request, request, request, request))
                                + "]}",
                        65_536)
                .stream()
                .filter(part -> part.kind() == BatchPart.Kind.REQUESTS)
                .toList();
        assertEquals(2, runs.size());
        assertTrue(text(runs.get(1)).startsWith("{"));
    }

    private static String randomBatch(Random random) {
        List<String> requests = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            requests.add(
                    "{\"custom_id\":\"r" + i + "\",\"p\":" + value(random, 3) + "}" + " ".repeat(random.nextInt(2)));
        }
        String list = "\"requests\":[" + String.join(", ", requests) + "]";
        return random.nextBoolean() ? "{" + list + "}\n" : "{\"v\":" + value(random, 2) + " , " + list + "}";
    }

    private static String value(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(4)) {
            case 0 -> "\"a\\\"b\\\\" + (char) ('a' + random.nextInt(26)) + "[{\"".replace("\"", "") + "\"";
            case 1 -> String.valueOf(random.nextInt());
            case 2 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
            default -> "{\"k\\\\\":" + value(random, depth - 1) + "}";
        };
    }

    private static List<BatchPart> cut(String body, int size) {
        BatchCutter cutter = new BatchCutter(LONGEST);
        List<BatchPart> parts = new ArrayList<>();
        byte[] bytes = body.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += size) {
            parts.addAll(cutter.accept(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        }
        parts.addAll(cutter.end());
        return parts;
    }

    private static List<BatchPart.Kind> kinds(List<BatchPart> parts) {
        return parts.stream().map(BatchPart::kind).toList();
    }

    private static String text(BatchPart part) {
        return new String(part.bytes(), UTF_8);
    }
}
