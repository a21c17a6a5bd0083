package io.awsmasker.redis;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;

/**
 * Does with a user of Redis what ElastiCache does: a signed token is its password, until fifteen minutes of the given clock
 * have gone by.
 */
final class ExpiringTokens implements CredentialSource {
    private final CredentialSource signed;
    private final Clock clock;
    private final Jedis operator;
    private final Map<RedisCredentials, Long> validUntil = new LinkedHashMap<>();
    private final CountDownLatch expired;

    ExpiringTokens(CredentialSource signed, Clock clock, Jedis operator, int expirations) {
        this.signed = signed;
        this.clock = clock;
        this.operator = operator;
        this.expired = new CountDownLatch(expirations);
    }

    @Override
    public Future<RedisCredentials> current() {
        return signed.current().map(this::validate);
    }

    private synchronized RedisCredentials validate(RedisCredentials token) {
        validUntil.computeIfAbsent(token, fresh -> {
            set(">", fresh);
            return clock.millis() + IamToken.LIFETIME.toMillis();
        });
        validUntil.entrySet().removeIf(one -> {
            boolean over = one.getValue() < clock.millis();
            if (over) {
                set("<", one.getKey());
                expired.countDown();
            }
            return over;
        });
        return token;
    }

    private void set(String change, RedisCredentials token) {
        String user = token.user().orElseThrow();
        operator.aclSetUser(
                user, "on", "~*", "&*", "+@all", change + token.secret().orElseThrow());
    }

    boolean awaitExpirations() throws InterruptedException {
        return expired.await(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        signed.close();
    }
}
