package io.awsmasker.redis;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What the gateway shows Redis to be let in; texts of these records show no secret. */
public sealed interface CredentialSettings {
    /** Where the credentials of the moment come from. */
    CredentialSource source(Vertx vertx);

    /** A password or token that stays the same. */
    record Fixed(Optional<String> user, Optional<String> secret) implements CredentialSettings {
        @Override
        public CredentialSource source(Vertx vertx) {
            return new FixedCredentials(new RedisCredentials(user, secret));
        }

        @Override
        public String toString() {
            return shown(user) + (secret.isPresent() ? "password set" : "password not set");
        }
    }

    /** A password or token in a file, which may change at any time. */
    record InFile(Optional<String> user, Path file, boolean strict) implements CredentialSettings {
        @Override
        public CredentialSource source(Vertx vertx) {
            return new SecretFile(vertx, user, file, strict);
        }

        @Override
        public String toString() {
            return shown(user) + "password from a file";
        }
    }

    /**
     * Tokens of fifteen minutes, signed with the credentials of the AWS role that this instance runs in.
     *
     * @param user both the id and the name of the ElastiCache user
     * @param cache the id of the replication group, or the name of the serverless cache
     * @param role whose credentials sign
     * @param sts the security token service, which also tells the time
     */
    record Iam(String user, String region, String cache, boolean serverless, AwsRole role, URI sts)
            implements CredentialSettings {
        @Override
        public CredentialSource source(Vertx vertx) {
            return new IamCredentials(vertx, this, Clock.systemUTC());
        }

        @Override
        public String toString() {
            return "user " + user + ", IAM in " + region + " for " + (serverless ? "serverless " : "") + cache;
        }
    }

    private static String shown(Optional<String> user) {
        return user.map(name -> "user " + name + ", ").orElse("");
    }
}
