package io.awsmasker.failsecure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.Family;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Maskable;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Masking;
import io.awsmasker.mask.Replacement;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the operator lets pass is not taken for a leak, and nothing else is let pass with it. */
class ProofExemptionsTest {
    @ParameterizedTest
    @EnumSource
    void whatAFamilyThatIsOffLeavesIsNoLeak(Family family) {
        Rules rules = family == Family.SECRETS
                ? Rules.USUAL
                : new Rules(Map.of(family, Policy.OFF), AllowList.NONE, List.of(), true);
        Detector detector = new Detector(rules);
        for (IdentifierType type : IdentifierType.values()) {
            for (String example : type.examples()) {
                assertEquals(Optional.empty(), masked(detector, example), () -> type + " " + example);
            }
        }
    }

    @Test
    void aFamilyThatIsOnIsALeakBesideOneThatIsOff() {
        Rules rules = new Rules(Map.of(Family.EC2_INSTANCES, Policy.OFF), AllowList.NONE, List.of(), true);
        byte[] body = "i-0abc1234def567890 vpc-0a1b2c3d4e5f60718".getBytes(UTF_8);

        assertEquals(
                Optional.of(new Leak("VPC", 20)),
                new OutgoingProof(List.of(), ProofExemptions.of(rules)).check(body, 0, body.length));
    }

    @Test
    void originalsOfTheRequestAreLeaksWhateverIsOffOrAllowed() {
        Rules rules = new Rules(
                Map.of(Family.EC2_INSTANCES, Policy.OFF),
                new AllowList(List.of("i-0abc1234def567890", "acme-*")),
                List.of(),
                true);
        for (String original : List.of("i-0abc1234def567890", "acme-logs-7")) {
            byte[] body = ("say \\\"" + original + "\\\" twice").getBytes(UTF_8);

            assertEquals(
                    Optional.of(Leak.ORIGINAL),
                    new OutgoingProof(List.of(original), ProofExemptions.of(rules))
                            .check(body, 0, body.length)
                            .map(Leak::kind));
            assertEquals(
                    Optional.empty(),
                    new OutgoingProof(List.of(), ProofExemptions.of(rules)).check(body, 0, body.length));
        }
    }

    @Test
    void onlyTheAllowedValueIsAllowed() {
        Rules rules = new Rules(
                Map.of(), new AllowList(List.of("acme-public-7", "*-open-9", "123456789012")), List.of(), true);
        for (String passing : List.of(
                "s3://acme-public-7/x",
                "s3://data-open-9/x",
                "arn:aws:iam::123456789012:root",
                "123456789012 is ours")) {
            assertEquals(Optional.empty(), masked(new Detector(rules), passing), passing);
            byte[] body = passing.getBytes(UTF_8);
            assertEquals(
                    Optional.empty(),
                    new OutgoingProof(List.of(), ProofExemptions.of(rules)).check(body, 0, body.length));
        }
        for (String leak :
                List.of("s3://acme-private-7/x", "arn:aws:iam::123456789013:root", "s3://acme-public-77/x")) {
            byte[] body = leak.getBytes(UTF_8);
            assertNotEquals(
                    Optional.empty(),
                    new OutgoingProof(List.of(), ProofExemptions.of(rules)).check(body, 0, body.length),
                    leak);
        }
    }

    /** What the proof says of a text after it was masked under the rules. */
    private static Optional<Leak> masked(Detector detector, String text) {
        Masker masker = new Masker(detector, new InMemoryMappings(MappingLimits.of(Duration.ofDays(7)), Instant::now));
        byte[] bytes = text.getBytes(UTF_8);
        Masking masking = masker.mask(
                        Tenant.DEFAULT,
                        masker.detect(List.of(new Maskable(new Passage(bytes, 0, bytes.length, null), false))),
                        Runnable::run)
                .toCompletableFuture()
                .join();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int copied = 0;
        for (Replacement replacement : masking.replacements().get(0)) {
            out.writeBytes(Arrays.copyOfRange(bytes, copied, replacement.start()));
            out.writeBytes(replacement.text().getBytes(UTF_8));
            copied = replacement.end();
        }
        out.writeBytes(Arrays.copyOfRange(bytes, copied, bytes.length));
        byte[] body = out.toByteArray();
        return new OutgoingProof(masking.concealed(), ProofExemptions.of(detector.rules())).check(body, 0, body.length);
    }
}
