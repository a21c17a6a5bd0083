package io.awsmasker.mapping;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose mappings: a token is given out to one tenant and restored for that tenant only.
 *
 * @param id 1 to 64 letters, digits, hyphens or underscores; it becomes part of Redis keys
 */
public record Tenant(String id) {
    /** Above the constants that are checked with it: static fields are set in the order in which they stand. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** The tenant of a gateway that does not tell its callers apart. */
    public static final Tenant DEFAULT = new Tenant("default");

    /** @throws IllegalArgumentException if the id has another form */
    public Tenant {
        if (!isId(id)) {
            throw new IllegalArgumentException("a tenant id has 1 to 64 letters, digits, '-' or '_'");
        }
    }

    /** Written out, as {@link #hashCode}: what the compiler makes is interpreted in a native executable, for each value. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tenant tenant && tenant.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
