package io.awsmasker.mapping;

import java.util.regex.Pattern;

/**
 * What a tenant's keys in Redis are called. Those of the default tenant are the ones that users know, those of the others
 * have the tenant's id after the second colon.
 *
 * @param tenant whose keys
 */
record KeyNames(Tenant tenant) {
    static final String MASK = "aws:mask:";
    static final String UNMASK = "aws:unmask:";
    static final String COUNTER = "aws:stats:counter:";
    static final String OWNED = "aws:owned:";
    static final String CACHE = "aws:cache:";
    private static final String NEW_VALUES = "aws:stats:new:";

    /** A text of the default tenant that begins like the keys of another moves behind the default tenant's own id. */
    private static final Pattern LIKE_ANOTHERS = Pattern.compile("[A-Za-z0-9_-]+:");

    /** The key that leads from a text, given by its name, to its token. */
    String mask(String name) {
        boolean scoped = LIKE_ANOTHERS.matcher(name).lookingAt();
        return (scoped ? scopedMaskPrefix() : maskPrefix()) + name;
    }

    String maskPrefix() {
        return prefix(MASK);
    }

    String scopedMaskPrefix() {
        return MASK + tenant.id() + ":";
    }

    /** The key that leads from a token to its text. */
    String unmask(String token) {
        return unmaskPrefix() + token;
    }

    String unmaskPrefix() {
        return prefix(UNMASK);
    }

    /** The last number given out in a class. */
    String counter(String tokenClass) {
        return counterPrefix() + tokenClass;
    }

    String counterPrefix() {
        return prefix(COUNTER);
    }

    /** How many values were new in the current minute. */
    String newValues() {
        return NEW_VALUES + tenant.id();
    }

    /** An id of what the tenant keeps at Anthropic. */
    String owned(String id) {
        return OWNED + tenant.id() + ":" + id;
    }

    /** One of the places for answers. */
    String cache(long place) {
        return prefix(CACHE) + place;
    }

    /** With which all keys of the tenant in a namespace begin, and for the default tenant also those of the others. */
    String prefix(String namespace) {
        return tenant.equals(Tenant.DEFAULT) ? namespace : namespace + tenant.id() + ":";
    }
}
