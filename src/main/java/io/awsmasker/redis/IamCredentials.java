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
 * Logs in with tokens that live fifteen minutes, or as long as the role's credentials if those end sooner. A new one is made
 * after two thirds of that, so that each connection is opened with one that still works, and none stays open for the twelve
 * hours after which ElastiCache would end it.
 */
final class IamCredentials implements CredentialSource {
    /** Credentials that have expired are asked for no oftener. */
    private static final Duration SHORTEST_USE = Duration.ofSeconds(1);

    private static final Duration SKEW_ALLOWED = Duration.ofMinutes(4);

    private final CredentialSettings.Iam settings;
    private final AwsCredentialClient aws;
    private final Clock clock;
    private @Nullable RedisCredentials token;
    private Instant renewAt = Instant.MIN;

    IamCredentials(Vertx vertx, CredentialSettings.Iam settings, Clock clock) {
        this.settings = settings;
        this.aws = new AwsCredentialClient(vertx, settings.role(), settings.sts());
        this.clock = clock;
    }

    @Override
    public synchronized Future<RedisCredentials> current() {
        RedisCredentials known = token;
        return known != null && clock.instant().isBefore(renewAt)
                ? Future.succeededFuture(known)
                : aws.fetch().map(this::sign);
    }

    private synchronized RedisCredentials sign(AwsCredentials credentials) {
        Instant now = clock.instant();
        var signed = new RedisCredentials(
                Optional.of(settings.user()), Optional.of(IamToken.of(settings, credentials, now)));
        Instant end = now.plus(IamToken.LIFETIME);
        if (credentials.expiration().isBefore(end)) {
            end = credentials.expiration();
        }
        Duration use = Duration.between(now, end).multipliedBy(2).dividedBy(3);
        renewAt = now.plus(use.compareTo(SHORTEST_USE) < 0 ? SHORTEST_USE : use);
        token = signed;
        return signed;
    }

    /** The token is not used for longer: the clock may be right by now, or the role have other credentials. */
    @Override
    public Future<RedisException> explain(RedisException refusal) {
        forget();
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

    private synchronized void forget() {
        renewAt = Instant.MIN;
    }

    @Override
    public void close() {
        aws.close();
    }
}
