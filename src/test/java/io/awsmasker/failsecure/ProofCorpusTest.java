package io.awsmasker.failsecure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Corpus;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real texts without identifiers never fire. They are read as JSON. */
class ProofCorpusTest {
    @Test
    void textsWithoutIdentifiersPass() {
        List<Corpus.Case> harmless =
                Corpus.cases().stream().filter(one -> one.labels().isEmpty()).toList();
        assertTrue(harmless.size() > 100, "the corpus has texts without identifiers");
        for (Corpus.Case one : harmless) {
            byte[] body = new JsonObject().put("text", one.text()).encode().getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    Optional.empty(),
                    new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, 0, body.length),
                    one.id());
        }
    }
}
