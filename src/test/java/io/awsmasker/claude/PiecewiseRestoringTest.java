package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.awsmasker.detect.Detector;
import io.awsmasker.mapping.Identifier;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Masker;
import io.awsmasker.testing.Cases;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results and files are restored wherever the network cut them, and whatever holds no token stays byte for byte. */
class PiecewiseRestoringTest {
    private static final String ID = "i-0abc1234def567890";
    private static final String BUCKET = "prod-invoices-7741";

    private final InMemoryMappings mappings = new InMemoryMappings(MappingLimits.of(Duration.ofDays(1)), Instant::now);
    private final Masker masker = new Masker(new Detector(), mappings);
    private final List<String> remembered = new ArrayList<>();

    @BeforeEach
    void masked() {
        mappings.tokensFor(Tenant.DEFAULT, List.of(new Identifier("EC2", ID), new Identifier("BUCKET", BUCKET)));
    }

    private LineRestoring lines() {
        return new LineRestoring(() -> Answering.once(masker.restoration(Tenant.DEFAULT)), new StoredIds(false, ids -> {
            remembered.addAll(ids);
            return CompletableFuture.completedStage(null);
        }));
    }

    private TextRestoring text() {
        return new TextRestoring(() -> masker.restoration(Tenant.DEFAULT));
    }

    @Test
    void linesAtAllCuts() {
        String lines =
                "{\"custom_id\":\"EC2_001\",\"result\":{\"message\":{\"content\":[{\"text\":\"\\nBUCKET_001 é\"}]}}}\n"
                        + "{\"custom_id\":\"EC2_0011\",\"result\":{\"error\":{\"message\":\"BUCKET_001\"}}}";
        String expected = lines.replace("EC2_001\"", ID + "\"").replace("BUCKET_001", BUCKET);
        for (int size = 1; size <= lines.length(); size++) {
            assertEquals(expected, passed(lines(), lines, size));
            assertEquals(expected + "\n", passed(lines(), lines + "\n", size));
        }
    }

    @Test
    void aLineLongerThanAMegabyte() {
        String line = "{\"custom_id\":\"x\",\"result\":{\"text\":\"" + "BUCKET_001 ".repeat(200_000) + "\"}}";
        assertEquals(line.replace("BUCKET_001", BUCKET), passed(lines(), line, 65_536));
    }

    @Test
    void aLineThatIsNoJsonDoesNotPass() {
        assertThrows(InvalidBody.class, () -> passed(lines(), "{\"custom_id\":\"EC2_001\"}\nnot JSON\n", 100));
    }

    /** 5.35: what a batch made at Anthropic belongs to its caller too; what a model wrote names nothing. */
    @Test
    void idsInResultsAreRemembered() {
        passed(
                lines(),
                "{\"result\":{\"message\":{\"container\":{\"id\":\"container_1\"},\"content\":[{\"content\":[{\"file_id\":"
                        + "\"file_1\"}]},{\"type\":\"tool_use\",\"input\":{\"file_id\":\"file_2\"}}]}}}\n",
                7);
        assertEquals(List.of("container_1", "file_1"), remembered);
    }

    @Test
    void textAtAllCuts() {
        Cases.run(200, random -> {
            String text = randomText(random);
            String expected = text.replaceAll("\\bEC2_001\\b", ID).replaceAll("\\bBUCKET_001\\b", BUCKET);
            assertEquals(expected, passed(text(), text, 1 + random.nextInt(20)));
        });
    }

    @Test
    void wordsWithoutEndAreCutBesideTokensOnly() {
        String text = "a,EC2_001,".repeat(30_000);
        assertEquals(text.replace("EC2_001", ID), passed(text(), text, 1000));
        String word = "x".repeat(300_000);
        assertEquals(word, passed(text(), word, 999));
    }

    @Test
    void bytesThatAreNoUtf8Pass() {
        byte[] bytes = {(byte) 0xff, ' ', 'a', (byte) 0x80, '\n', (byte) 0xc3};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TextRestoring restoring = text();
        out.writeBytes(restoring.accept(bytes).toCompletableFuture().join());
        out.writeBytes(restoring.end().toCompletableFuture().join());
        assertEquals(Arrays.toString(bytes), Arrays.toString(out.toByteArray()));
    }

    private static String randomText(Random random) {
        List<String> words =
                List.of("EC2_001", "BUCKET_001", "EC2_0010", " ", "\n", "é☂", "x", "=", "\t", "EC2_00", "_");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i >= 0; i--) {
            text.append(words.get(random.nextInt(words.size()))).append(random.nextBoolean() ? " " : ",");
        }
        return text.toString();
    }

    private static String passed(PiecewiseRestoring restoring, String text, int size) {
        byte[] bytes = text.getBytes(UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += size) {
            out.writeBytes(restoring
                    .accept(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)))
                    .toCompletableFuture()
                    .join());
        }
        out.writeBytes(restoring.end().toCompletableFuture().join());
        return out.toString(UTF_8);
    }
}
