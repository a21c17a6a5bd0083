package io.awsmasker.testing;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import redis.clients.jedis.Jedis;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A user of a real Redis whose passwords are IAM tokens: one becomes a password when it is shown and the AWS SDK would have
 * signed it the same, and is taken away when it, or what signed it, expires. Redis itself lets in and refuses.
 */
final class IamUser implements AutoCloseable {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Vertx vertx;
    private final FakeAws aws;
    private final SdkSignature signature;
    private final String name;
    private final Jedis operator;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> lapsed = ConcurrentHashMap.newKeySet();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    IamUser(Vertx vertx, FakeAws aws, SdkSignature signature, String name, RealRedis redis) {
        this.vertx = vertx;
        this.aws = aws;
        this.signature = signature;
        this.name = name;
        this.operator = redis.connect();
        operator.aclSetUser(name, "on", "~*", "&*", "+@all");
    }

    /** Blocks; afterwards Redis knows what to say to who shows this. */
    synchronized void shown(String user, String token) {
        if (accepted.contains(token)) {
            return;
        }
        Instant end = valid(user, token);
        if (end.equals(Instant.EPOCH)) {
            refusals.add("not signed as by AWS: " + user);
        }
        long millis = Duration.between(Instant.now(), end).toMillis();
        if (millis <= 0) {
            return;
        }
        accepted.add(token);
        operator.aclSetUser(name, ">" + token);
        vertx.setTimer(millis, over -> vertx.executeBlocking(() -> lapse(token)));
    }

    private synchronized boolean lapse(String token) {
        operator.aclSetUser(name, "<" + token);
        return lapsed.add(token);
    }

    /** Until when a token is good; {@link Instant#EPOCH} if nobody may come in by it. */
    private Instant valid(String user, String token) {
        SdkHttpRequest shown = SdkHttpRequest.builder()
                .uri(URI.create("https://" + token))
                .method(SdkHttpMethod.GET)
                .build();
        String keyId = parameter(shown, "X-Amz-Credential").split("/", 2)[0];
        Optional<Instant> expiration = aws.expiration(keyId);
        if (expiration.isEmpty()) {
            return Instant.EPOCH;
        }
        Instant date = TIME.parse(parameter(shown, "X-Amz-Date"), Instant::from);
        Map<String, Object> expected =
                signature.of(name, keyId, FakeAws.secretOf(keyId), Optional.of(FakeAws.sessionOf(keyId)), date);
        if (!user.equals(name) || !SdkSignature.parts(shown).equals(expected)) {
            return Instant.EPOCH;
        }
        Instant end = date.plus(LIFETIME);
        return expiration.get().isBefore(end) ? expiration.get() : end;
    }

    private static String parameter(SdkHttpRequest request, String parameter) {
        return request.firstMatchingRawQueryParameter(parameter).orElse("");
    }

    /** How many tokens have become passwords. */
    int accepted() {
        return accepted.size();
    }

    /** How many of them have been taken away since. */
    int lapsed() {
        return lapsed.size();
    }

    /** What was shown and is no token of this user; one that has expired is nothing unusual. */
    List<String> refusals() {
        return refusals;
    }

    @Override
    public synchronized void close() {
        operator.close();
    }
}
