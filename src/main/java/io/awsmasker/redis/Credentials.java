package io.awsmasker.redis;

import java.util.Optional;

/**
 * What one connection says about who it is; its text shows nothing of it.
 *
 * @param user empty for the default user
 * @param secret a password or a token; empty when the server asks for none
 */
record Credentials(Optional<String> user, Optional<String> secret) {
    static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

    @Override
    public String toString() {
        return "credentials " + (secret.isPresent() ? "set" : "not set");
    }
}
