package io.awsmasker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A secret that an orchestrator mounts as a file and replaces when it rotates. It is read anew each time, because the time
 * of a mounted file says little about its content.
 */
final class SecretFile implements CredentialSource {
    private final Vertx vertx;
    private final Optional<String> user;
    private final Path file;
    private final boolean strict;

    /** @param strict refuses weak tokens */
    SecretFile(Vertx vertx, Optional<String> user, Path file, boolean strict) {
        this.vertx = vertx;
        this.user = user;
        this.file = file;
        this.strict = strict;
    }

    @Override
    public Future<RedisCredentials> current() {
        return vertx.fileSystem()
                .readFile(file.toString())
                .map(content -> content.toString(UTF_8).strip())
                .compose(secret -> {
                    if (secret.isEmpty()) {
                        return failed("is empty");
                    }
                    return strict && WeakToken.is(secret)
                            ? failed("holds a weak token")
                            : Future.succeededFuture(new RedisCredentials(user, Optional.of(secret)));
                })
                .recover(failure ->
                        failure instanceof RedisException ? Future.failedFuture(failure) : failed("cannot be read"));
    }

    private static Future<RedisCredentials> failed(String fault) {
        return Future.failedFuture(
                new RedisException(Reason.AUTHENTICATION, "The file of the secret for Redis " + fault));
    }
}
