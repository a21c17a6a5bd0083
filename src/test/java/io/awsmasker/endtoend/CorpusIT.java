package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.awsmasker.testing.Sdk;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/**
 * The same round trip with real, labelled output of four services, where the corpus lies beside the checkout. Labels by
 * shape and inside ARNs count; names by context are a matter of judgement and of the scorer.
 */
class CorpusIT {
    @Test
    void masksAndRestoresRealOutput() {
        assumeTrue(Files.isReadable(Sample.corpus()), () -> "skipped: no corpus at " + Sample.corpus());
        assertAll(Sample.fromCorpus().stream().map(sample -> () -> {
            try (Scene scene = Scene.start();
                    Sdk sdk = Sdk.at(scene.gateway().url())) {
                scene.roundTrip(sdk, sample);
            }
        }));
    }
}
