package io.awsmasker.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.failsecure.Leak;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.json.JsonString;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.Tenant;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Masks and restores plain strings for tests, with the real detector and the real mappings. */
final class StringMasker {
    private static final Detector DETECTOR = new Detector();

    private final Mappings mappings =
            new InMemoryMappings(new MappingLimits(Duration.ofDays(7), 1_000_000, 0), Instant::now);
    private final Masker masker;
    private boolean redacted;

    StringMasker() {
        this(DETECTOR);
    }

    StringMasker(Detector detector) {
        masker = new Masker(detector, mappings);
    }

    String mask(String text) {
        return mask(text, false);
    }

    String mask(String text, boolean tokensStand) {
        return masked(List.of(new Maskable(passage(text), tokensStand)), 0);
    }

    /** What becomes of a text that is sent together with the one before it, as the turns of a conversation are. */
    String maskAfter(String before, String text) {
        return masked(List.of(new Maskable(passage(before), false), new Maskable(passage(text), false)), 1);
    }

    private String masked(List<Maskable> maskables, int shown) {
        Detected detected = masker.detect(maskables);
        redacted = detected.hits().get(shown).stream().anyMatch(Hit::redacted);
        Masking masking = now(masker.mask(Tenant.DEFAULT, detected, Runnable::run));
        return replaced(maskables.get(shown).passage(), masking.replacements().get(shown));
    }

    /** What the proof finds in a text that is masked and sent as a string of JSON. */
    Optional<Leak> leak(String text) {
        List<Maskable> maskables = List.of(new Maskable(passage(text), false));
        Masking masking = now(masker.mask(Tenant.DEFAULT, masker.detect(maskables), Runnable::run));
        String sent =
                replaced(maskables.get(0).passage(), masking.replacements().get(0));
        return leak(sent, masking.concealed());
    }

    /** What the proof finds in a text as it is. */
    static Optional<Leak> leakOf(String text) {
        return leak(text, Set.of());
    }

    private static Optional<Leak> leak(String text, Set<String> concealed) {
        byte[] body = ('"' + new String(JsonString.escape(text), UTF_8) + '"').getBytes(UTF_8);
        return new OutgoingProof(concealed, ProofExemptions.NONE).check(body, 0, body.length);
    }

    /** Whether a secret was in what was masked last, which does not come back; random texts make some by chance. */
    boolean redacted() {
        return redacted;
    }

    String restore(String text) {
        Passage passage = passage(text);
        return replaced(passage, now(restoration().restore(List.of(passage))).get(0));
    }

    Restoration restoration() {
        return masker.restoration(Tenant.DEFAULT);
    }

    static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static Passage passage(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return new Passage(bytes, 0, bytes.length, null);
    }

    private static String replaced(Passage passage, List<Replacement> replacements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int copied = 0;
        for (Replacement replacement : replacements) {
            out.write(passage.text(), copied, replacement.start() - copied);
            out.writeBytes(replacement.text().getBytes(UTF_8));
            copied = replacement.end();
        }
        out.write(passage.text(), copied, passage.text().length - copied);
        return out.toString(UTF_8);
    }
}
