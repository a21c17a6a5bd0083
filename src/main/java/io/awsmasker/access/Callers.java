package io.awsmasker.access;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Tells callers apart by what they bring; so far all of them belong to one tenant. */
@ApplicationScoped
public class Callers {
    private static final String ONLY_TENANT = "default";

    /**
     * The caller behind a request's credential headers. Clients send their API key in either of the two; when both are
     * filled, the one made for keys counts.
     */
    public Caller identify(@Nullable String apiKey, @Nullable String authorization) {
        if (apiKey != null && !apiKey.isBlank()) {
            return new Caller(ONLY_TENANT, new Credential("x-api-key", apiKey));
        }
        if (authorization != null && !authorization.isBlank()) {
            return new Caller(ONLY_TENANT, new Credential("authorization", authorization));
        }
        return new Caller(ONLY_TENANT, null);
    }
}
