package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with tokens that live fifteen minutes. A new one is made after ten, so that each connection is opened with one
 * that still works, and none stays open for the twelve hours after which ElastiCache would end it.
 */
final class IamCredentials implements CredentialSource {
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(10);
    private static final Duration BEFORE_EXPIRATION = Duration.ofMinutes(5);
    private static final Duration SHORTEST_USE = Duration.ofSeconds(30);
    private static final Duration SKEW_ALLOWED = Duration.ofMinutes(4);

    private final CredentialSettings.Iam settings;
    private final AwsCredentialClient aws;
    private final Clock clock;
    private @Nullable Credentials token;
    private Instant renewAt = Instant.MIN;

    IamCredentials(Vertx vertx, CredentialSettings.Iam settings, Clock clock) {
        this.settings = settings;
        this.aws = new AwsCredentialClient(vertx, settings.role(), settings.sts());
        this.clock = clock;
    }

    @Override
    public synchronized Future<Credentials> current() {
        Credentials known = token;
        return known != null && clock.instant().isBefore(renewAt)
                ? Future.succeededFuture(known)
                : aws.fetch().map(this::sign);
    }

    /** A token dies with the role's credentials that have signed it. */
    private synchronized Credentials sign(AwsCredentials credentials) {
        Instant now = clock.instant();
        var signed =
                new Credentials(Optional.of(settings.user()), Optional.of(IamToken.of(settings, credentials, now)));
        Instant renew = now.plus(RENEWED_AFTER);
        if (credentials.expiration().isBefore(renew.plus(BEFORE_EXPIRATION))) {
            renew = credentials.expiration().minus(BEFORE_EXPIRATION);
        }
        renewAt = renew.isBefore(now.plus(SHORTEST_USE)) ? now.plus(SHORTEST_USE) : renew;
        token = signed;
        return signed;
    }

    @Override
    public Future<RedisException> explain(RedisException refusal) {
        return aws.time()
                .map(there -> Duration.between(there, clock.instant()))
                .map(skew -> skew.abs().compareTo(SKEW_ALLOWED) > 0
                        ? "the clock here is off by " + Math.abs(skew.toMinutes()) + " minutes, correct it"
                        : "")
                .otherwise("")
                .map(clockFault -> new RedisException(
                        Reason.AUTHENTICATION,
                        "Redis refused the IAM token: "
                                + (clockFault.isEmpty()
                                        ? "check user, region, cache-name, the clock and the permission elasticache:Connect"
                                        : clockFault)));
    }

    @Override
    public void close() {
        aws.close();
    }
}
