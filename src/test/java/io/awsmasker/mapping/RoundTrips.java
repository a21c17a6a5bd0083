package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Random use of a store in which texts, tokens and inventions meet, and what must hold of every answer: nothing that was
 * said once changes, no token has two meanings, and masking undoes restoring.
 */
final class RoundTrips {
    private static final List<String> CLASSES = List.of("EC2", "VPC", Identifier.LITERAL);

    private final Asked store;
    private final Random random;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();

    RoundTrips(Asked store, Random random) {
        this.store = store;
        this.random = random;
    }

    void step() {
        if (random.nextInt(3) > 0) {
            masked(store.tokens(someIdentifiers()));
        } else {
            restored(store.originals(someTokens()));
        }
    }

    /** The same without waiting, spread over several instances. */
    void stepsAtOnce(int count, List<Mappings> instances) {
        List<CompletionStage<Map<String, String>>> masking = new ArrayList<>();
        List<CompletionStage<Map<String, String>>> restoring = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Mappings instance = instances.get(i % instances.size());
            if (random.nextInt(3) > 0) {
                masking.add(instance.tokensFor(store.tenant(), someIdentifiers()));
            } else {
                restoring.add(instance.originalsOf(store.tenant(), someTokens()));
            }
        }
        masking.forEach(call -> masked(Asked.answer(call)));
        restoring.forEach(call -> restored(Asked.answer(call)));
    }

    void verify() {
        Set<String> distinct = new HashSet<>(tokens.values());
        assertEquals(tokens.size(), distinct.size(), "two texts have one token");
        masked(store.tokens(tokens.keySet().stream().map(this::identifier).toList()));
        restored(store.originals(distinct));
        restored(store.originals(originals.keySet()));
        Map.copyOf(originals).forEach((token, text) -> {
            assertTrue(!text.isEmpty());
            assertEquals(token, store.tokens(List.of(identifier(text))).get(text), "mask(restore(y)) = y");
        });
    }

    private void masked(Map<String, String> answer) {
        answer.forEach((text, token) -> {
            agree(tokens, text, token);
            agree(originals, token, text);
        });
    }

    private void restored(Map<String, String> answer) {
        answer.forEach((token, text) -> {
            agree(originals, token, text);
            agree(tokens, text, token);
        });
    }

    private static void agree(Map<String, String> known, String key, String value) {
        String before = known.putIfAbsent(key, value);
        assertTrue(before == null || before.equals(value), () -> key + " was " + before + " and is " + value);
    }

    private List<Identifier> someIdentifiers() {
        List<Identifier> some = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            some.add(identifier(random.nextBoolean() ? anyToken() : random.nextInt(8) + ":text"));
        }
        return some;
    }

    private List<String> someTokens() {
        List<String> some = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            some.add(anyToken());
        }
        return some;
    }

    private Identifier identifier(String text) {
        boolean original = text.endsWith(":text");
        return new Identifier(original ? CLASSES.get(text.charAt(0) % 2) : Identifier.LITERAL, text);
    }

    private String anyToken() {
        return TokenShape.token(CLASSES.get(random.nextInt(CLASSES.size())), random.nextInt(9));
    }
}
