package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at what leaves beside the body: the target of the request and header values. They are not masked, since the API gives
 * them a meaning of its own; so an identifier in them is a reason not to send them.
 */
final class OutgoingText {
    private final Detector detector;
    private final ProofExemptions exemptions;

    OutgoingText(Detector detector) {
        this.detector = detector;
        this.exemptions = ProofExemptions.of(detector.rules());
    }

    /**
     * Which of the texts hold something that must not leave, by their position: what either scan finds, or an original that
     * was masked in the body.
     */
    BitSet unclean(List<String> texts, Set<String> concealed) {
        List<Passage> passages = texts.stream().map(OutgoingText::passage).toList();
        List<List<Finding>> findings = detector.find(passages);
        OutgoingProof proof = new OutgoingProof(concealed, exemptions);
        BitSet unclean = new BitSet(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = passages.get(i).text();
            boolean clean = findings.get(i).isEmpty()
                    && !BareIdentifier.in(texts.get(i))
                    && proof.check(text, 0, text.length).isEmpty();
            unclean.set(i, !clean);
        }
        return unclean;
    }

    private static Passage passage(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Passage(bytes, 0, bytes.length, null);
    }
}
