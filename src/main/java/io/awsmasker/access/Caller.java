package io.awsmasker.access;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param tenant whose mappings apply
 * @param credential what the client brought for Claude, or null; never logged
 */
public record Caller(String tenant, @Nullable Credential credential) {
    @Override
    public String toString() {
        return "Caller[tenant=" + tenant + "]";
    }
}
