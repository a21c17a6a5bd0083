package io.awsmasker.redis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one connection says about who it is; its text shows nothing of it.
 *
 * @param user empty for the default user
 * @param secret a password or a token; empty when the server asks for none
 */
record RedisCredentials(Optional<String> user, Optional<String> secret) {
    static final RedisCredentials NONE = new RedisCredentials(Optional.empty(), Optional.empty());

    /** Written out, as {@link #hashCode}: see {@link HostAndPort#equals}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RedisCredentials credentials
                && credentials.user.equals(user)
                && credentials.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return 31 * user.hashCode() + secret.hashCode();
    }

    @Override
    public String toString() {
        return "credentials " + (secret.isPresent() ? "set" : "not set");
    }
}
