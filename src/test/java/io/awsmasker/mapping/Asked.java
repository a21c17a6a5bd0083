package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Mappings of one tenant, asked and waited for. */
record Asked(Mappings mappings, Tenant tenant) {
    static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MappingException failure) {
                throw failure;
            }
            throw new AssertionError("not a MappingException", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String token(String tokenClass, String value) {
        return tokens(List.of(new Identifier(tokenClass, value))).getOrDefault(value, "none");
    }

    String literal(String text) {
        return token(Identifier.LITERAL, text);
    }

    String original(String token) {
        return originals(List.of(token)).getOrDefault(token, "none");
    }

    Map<String, String> tokens(Collection<Identifier> identifiers) {
        Map<String, String> tokens = answer(mappings.tokensFor(tenant, identifiers));
        assertEquals(
                Set.copyOf(identifiers.stream().map(Identifier::value).toList()),
                tokens.keySet(),
                "a token for every value");
        return tokens;
    }

    Map<String, String> originals(Collection<String> tokens) {
        Map<String, String> originals = answer(mappings.originalsOf(tenant, tokens));
        assertEquals(Set.copyOf(tokens), originals.keySet(), "an original for every token");
        return originals;
    }
}
