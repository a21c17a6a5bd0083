package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.Passage;
import io.awsmasker.failsecure.OutgoingProof;
import java.util.List;

/**
 * Looks at what leaves beside the body: the query string and header values. They are not masked, since the API gives them a
 * meaning of its own; so an identifier in them is a reason not to send them.
 */
final class OutgoingText {
    private final Detector detector;

    OutgoingText(Detector detector) {
        this.detector = detector;
    }

    /** Whether neither scan finds anything. */
    boolean isClean(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        List<Passage> passages = List.of(new Passage(bytes, 0, bytes.length, null));
        return detector.find(passages).get(0).isEmpty()
                && OutgoingProof.check(bytes, 0, bytes.length, List.of()).isEmpty();
    }
}
