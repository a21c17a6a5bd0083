package io.awsmasker.mask;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.finding.Finding;
import io.awsmasker.detect.finding.Found;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Masks passages: detects, asks the mappings once for all tokens, and says what to replace. It changes no byte itself,
 * because only the caller knows how its text is written down.
 */
public final class Masker {
    /** More than a body of 32 MB can hold of whole ids; only token literals are shorter. */
    static final int MOST_HITS = 2_000_000;

    private final Detector detector;
    private final Mappings mappings;
    private final TokenGrammar grammar;
    private final Hits hits;

    /** @param mappings from which all tokens come, and to which new values go */
    public Masker(Detector detector, Mappings mappings) {
        this.detector = detector;
        this.mappings = mappings;
        this.grammar = new TokenGrammar(TokenClasses.of(detector.rules()));
        this.hits = new Hits(detector.rules(), grammar);
    }

    /**
     * What stands in the passages, still without tokens: the costly half, linear in the text, and it asks nobody.
     *
     * @throws MaskingException if a finding cannot be replaced without loss
     * @throws TooManyIdentifiers if more stands in them than one request may have
     */
    public Detected detect(List<Maskable> maskables) {
        return detect(maskables, new int[maskables.size()]);
    }

    /**
     * The same for texts that were sent one after another: a turn is masked by what was known when it was sent.
     *
     * @param turns for each passage the number of its turn
     */
    public Detected detect(List<Maskable> maskables, int[] turns) {
        Found found = detector.find(maskables.stream().map(Maskable::passage).toList(), turns);
        List<List<Finding>> findings = found.findings();
        List<List<Hit>> all = new ArrayList<>(maskables.size());
        int count = findings.stream().mapToInt(List::size).sum();
        for (int i = 0; i < maskables.size() && count <= MOST_HITS; i++) {
            List<Hit> here = hits.of(maskables.get(i), findings.get(i));
            count += here.size() - findings.get(i).size();
            all.add(here);
        }
        if (count > MOST_HITS) {
            throw new TooManyIdentifiers(MOST_HITS);
        }
        return new Detected(all, found.late());
    }

    /**
     * The replacements for what was detected; complete at once when the mappings know every value.
     *
     * @param executor runs what is linear in what was detected
     */
    public CompletionStage<Masking> mask(Tenant tenant, Detected detected, Executor executor) {
        return mask(tenant, detected, Map.of(), executor);
    }

    /**
     * The same, but for passages of which it is known what Claude had written.
     *
     * @param written for such a passage, by its number, the only replacements that are made in it
     */
    public CompletionStage<Masking> mask(
            Tenant tenant, Detected detected, Map<Integer, List<Replacement>> written, Executor executor) {
        return CompletableFuture.supplyAsync(() -> detected.identifiers(written.keySet()), executor)
                .thenCompose(identifiers -> identifiers.isEmpty()
                        ? CompletableFuture.completedStage(Map.<String, String>of())
                        : mappings.tokensFor(tenant, identifiers))
                .thenApplyAsync(tokens -> Masking.of(detected, tokens, written), executor);
    }

    /** What each of the tokens stands for. */
    public CompletionStage<Map<String, String>> originals(Tenant tenant, Collection<String> tokens) {
        return tokens.isEmpty() ? CompletableFuture.completedStage(Map.of()) : mappings.originalsOf(tenant, tokens);
    }

    /** The restoring side of a request whose masking came to this. */
    public Restoration restoration(Tenant tenant, Masking masking) {
        return new Restoration(grammar, tenant, mappings, masking.originals());
    }

    /** The restoring side of a request that was not masked, because it carried no text. */
    public Restoration restoration(Tenant tenant) {
        return new Restoration(grammar, tenant, mappings, Map.of());
    }
}
