package io.awsmasker.redis;

import java.util.Locale;
import java.util.Set;

/** Tokens that anybody guesses. */
final class WeakToken {
    static final int SHORTEST = 8;

    private static final Set<String> GUESSED = Set.of("password", "123456", "test", "admin", "redis");

    private WeakToken() {}

    static boolean is(String token) {
        return token.length() < SHORTEST || GUESSED.contains(token.toLowerCase(Locale.ROOT));
    }
}
