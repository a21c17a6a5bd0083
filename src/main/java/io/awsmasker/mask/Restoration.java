package io.awsmasker.mask;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.finding.Passage;
import io.awsmasker.mapping.Mappings;
import io.awsmasker.mapping.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Puts the originals back into the answer of one request: first those that this request masked, then the tenant's others.
 * It belongs to one request and is used by one step of it at a time.
 */
public final class Restoration {
    private final TokenGrammar grammar;
    private final Tenant tenant;
    private final Mappings mappings;
    private final Map<String, String> originals;
    private int restored;
    private int notRestored;

    Restoration(TokenGrammar grammar, Tenant tenant, Mappings mappings, Map<String, String> originals) {
        this.grammar = grammar;
        this.tenant = tenant;
        this.mappings = mappings;
        this.originals = new HashMap<>(originals);
    }

    TokenGrammar grammar() {
        return grammar;
    }

    /** How many tokens were put back so far. */
    public int restored() {
        return restored;
    }

    /** How many different tokens were met that stand for nothing: invented, or of mappings that are lost. */
    public int notRestored() {
        return notRestored;
    }

    /** How many originals are at hand. */
    public int size() {
        return originals.size();
    }

    /** For each passage what is to be replaced in it, in ascending order. */
    public CompletionStage<List<List<Replacement>>> restore(List<Passage> passages) {
        Set<String> tokens = new HashSet<>();
        for (Passage passage : passages) {
            grammar.find(
                    passage.text(),
                    passage.start(),
                    passage.end(),
                    (start, end) -> tokens.add(word(passage, start, end)));
        }
        return learn(tokens)
                .thenApply(known -> passages.stream().map(this::replacements).toList());
    }

    /** A text that arrives in pieces and in which every character stands for itself. */
    public StreamedText plainText() {
        return new StreamedText(this, character -> character);
    }

    /** A text that arrives in pieces and whose characters are written in a way that {@code units} reads. */
    public StreamedText text(StreamedText.Units units) {
        return new StreamedText(this, units);
    }

    /** Completes when every one of the tokens can be restored; at once when they are known. */
    CompletionStage<Void> learn(Collection<String> tokens) {
        List<String> unknown =
                tokens.stream().filter(token -> !originals.containsKey(token)).toList();
        return unknown.isEmpty()
                ? CompletableFuture.completedStage(null)
                : mappings.originalsOf(tenant, unknown).thenAccept(this::learnt);
    }

    private void learnt(Map<String, String> found) {
        found.forEach((token, original) -> {
            if (originals.put(token, original) == null && original.equals(token)) {
                notRestored++;
            }
        });
    }

    /** The original of a token that was learnt. */
    String original(String token) {
        String original = originals.get(token);
        if (original == null) {
            throw new IllegalStateException("a token was restored before it was looked up");
        }
        if (!original.equals(token)) {
            restored++;
        }
        return original;
    }

    private List<Replacement> replacements(Passage passage) {
        List<Replacement> replacements = new ArrayList<>();
        grammar.find(passage.text(), passage.start(), passage.end(), (start, end) -> {
            String token = word(passage, start, end);
            String original = original(token);
            if (!original.equals(token)) {
                replacements.add(new Replacement(start, end, original));
            }
        });
        return replacements;
    }

    private static String word(Passage passage, int start, int end) {
        return new String(passage.text(), start, end - start, UTF_8);
    }
}
