package io.awsmasker.failsecure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Real texts without identifiers never fire. They are read as the JSON lines they are. */
class ProofCorpusTest {
    @Test
    void textsWithoutIdentifiersPass() throws IOException {
        Path corpus = Path.of(System.getProperty("masker.corpus", "../shared/corpus/dev.jsonl"));
        Assumptions.assumeTrue(Files.exists(corpus), "no corpus beside the checkout");
        List<String> lines = Files.readAllLines(corpus).stream()
                .filter(line -> line.contains("\"identifiers\": []"))
                .toList();
        assertTrue(lines.size() > 100, "the corpus has texts without identifiers");
        for (String line : lines) {
            byte[] body = line.substring(line.indexOf("\"text\": "), line.indexOf("\"identifiers\": []"))
                    .getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    Optional.empty(),
                    OutgoingProof.check(body, 0, body.length, List.of()),
                    () -> line.substring(0, 40));
        }
    }
}
