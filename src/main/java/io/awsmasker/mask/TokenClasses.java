package io.awsmasker.mask;

import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.mapping.Identifier;
import java.util.HashSet;
import java.util.Set;

/** The words that stand in front of the number in tokens: those of the catalogue, and those of the user's own rules. */
public final class TokenClasses {
    /** No class is longer: so much of a text may be held back in a stream. */
    public static final int LONGEST = 24;

    private TokenClasses() {}

    /** Whether a word has the form of a class: a capital, then capitals and digits, two to {@link #LONGEST} in all. */
    public static boolean isWellFormed(String word) {
        boolean capital = !word.isEmpty() && word.charAt(0) >= 'A' && word.charAt(0) <= 'Z';
        return capital
                && word.length() >= 2
                && word.length() <= LONGEST
                && word.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
    }

    /** All classes that the gateway knows without any rules. */
    public static Set<String> builtIn() {
        return of(Rules.USUAL);
    }

    /** All classes under these rules. */
    static Set<String> of(Rules rules) {
        Set<String> classes = new HashSet<>(Rules.builtInClasses());
        rules.custom().stream().map(CustomRule::tokenClass).forEach(classes::add);
        classes.add(Identifier.LITERAL);
        return Set.copyOf(classes);
    }
}
