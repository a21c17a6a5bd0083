package io.awsmasker.testing;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a token looks like from outside: written here a second time, so that a test does not trust the grammar of the
 * program that it tests.
 */
public final class Tokens {
    public static final Pattern TOKEN = Pattern.compile("(?<![A-Za-z0-9_])[A-Z][A-Z0-9]*_[0-9]{3,}(?![A-Za-z0-9_])");

    private Tokens() {}

    /** All different tokens of a text, sorted. */
    public static SortedSet<String> in(String text) {
        SortedSet<String> tokens = new TreeSet<>();
        for (Matcher m = TOKEN.matcher(text); m.find(); ) {
            tokens.add(m.group());
        }
        return tokens;
    }
}
