package io.awsmasker.redis;

import io.vertx.core.Future;

/** Credentials that never change. */
record FixedCredentials(RedisCredentials credentials) implements CredentialSource {
    @Override
    public Future<RedisCredentials> current() {
        return Future.succeededFuture(credentials);
    }
}
