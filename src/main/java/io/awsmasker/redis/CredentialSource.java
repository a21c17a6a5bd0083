package io.awsmasker.redis;

import io.vertx.core.Future;

/** Gives the credentials that are valid now. It is asked every second, so that a changed secret is taken up by itself. */
interface CredentialSource {
    /** Fails with {@link RedisException} when there are none. */
    Future<RedisCredentials> current();

    /** Says more about why a server refused the credentials, if more is known; never fails. */
    default Future<RedisException> explain(RedisException refusal) {
        return Future.succeededFuture(refusal);
    }

    /** Frees what it needs to look. */
    default void close() {}
}
