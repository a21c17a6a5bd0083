package io.awsmasker.redis;

import io.vertx.core.Future;

/** Credentials that never change. */
record FixedCredentials(Credentials credentials) implements CredentialSource {
    @Override
    public Future<Credentials> current() {
        return Future.succeededFuture(credentials);
    }
}
