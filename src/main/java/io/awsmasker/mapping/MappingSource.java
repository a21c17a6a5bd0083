package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads all mappings out of a Redis, those of the gateway and those that the Kong plugin left. Nothing says how the plugin
 * wrote {@code aws_masker:map:*} and {@code aws_masker:rev:*}: strings are taken, and of key and value the one that looks
 * like a token is the token.
 */
final class MappingSource {
    private static final List<String> PLUGIN = List.of("aws_masker:map:", "aws_masker:rev:");

    private final RedisLink redis;
    private final StoredTexts texts;

    MappingSource(RedisLink redis, StoredTexts texts) {
        this.redis = redis;
        this.texts = texts;
    }

    /**
     * One mapping.
     *
     * @param unmaskLife how long its token will mean the text, in milliseconds, negative for ever
     * @param maskLife how long its text will lead to the token; 0 when it does not
     */
    record Found(Tenant tenant, String token, String text, long unmaskLife, long maskLife) {}

    /** Fails when the mappings cannot be read with these keys, and writes nothing. */
    Future<Void> check() {
        return new SourceCheck(redis, texts).run();
    }

    /**
     * Walks over all mappings, some hundred at a time.
     *
     * @param unreadable is told of each key that holds no mapping
     */
    Future<Void> each(Function<List<Found>, Future<Void>> portion, Runnable unreadable) {
        KeyScan scan = new KeyScan(redis);
        Future<Void> walked = scan.each(
                        KeyNames.UNMASK, keys -> tokens(keys, unreadable).compose(portion))
                .compose(done ->
                        scan.each(KeyNames.MASK, keys -> lonelyTexts(keys).compose(portion)));
        for (String prefix : PLUGIN) {
            walked = walked.compose(done ->
                    scan.each(prefix, keys -> plugins(keys, prefix, unreadable).compose(portion)));
        }
        return walked;
    }

    private Future<List<Found>> tokens(List<String> keys, Runnable unreadable) {
        Trips trips = new Trips(redis);
        List<Found> found = new ArrayList<>();
        for (String key : keys) {
            KeyOwner owner = KeyOwner.ofUnmask(key);
            withLife(
                    trips,
                    key,
                    (stored, life) -> {
                        String content = half(stored).content();
                        String text = readable(owner.tenant(), content);
                        if (text == null) {
                            unreadable.run();
                            return;
                        }
                        String maskKey = new KeyNames(owner.tenant()).mask(texts.nameIn(content));
                        withLife(
                                trips,
                                maskKey,
                                (mask, maskLife) -> {
                                    boolean leadsBack = half(mask).content().equals(owner.content());
                                    found.add(new Found(
                                            owner.tenant(), owner.content(), text, life, leadsBack ? maskLife : 0));
                                },
                                () -> {
                                    if (half(stored).isFinal()) {
                                        found.add(new Found(owner.tenant(), owner.content(), text, life, 0));
                                    }
                                });
                    },
                    () -> {});
        }
        return trips.run().map(done -> found);
    }

    /** Texts in clear whose token has lost its own key. */
    private Future<List<Found>> lonelyTexts(List<String> keys) {
        Trips trips = new Trips(redis);
        List<Found> found = new ArrayList<>();
        if (texts.current().nameLength() > 0) {
            return Future.succeededFuture(found);
        }
        for (String key : keys) {
            KeyOwner owner = KeyOwner.ofMask(key);
            withLife(
                    trips,
                    key,
                    (value, life) -> {
                        Half mask = half(value);
                        String unmaskKey = new KeyNames(owner.tenant()).unmask(mask.content());
                        withLife(trips, unmaskKey, (there, left) -> {}, () -> {
                            if (mask.isFinal()) {
                                found.add(new Found(owner.tenant(), mask.content(), owner.content(), life, life));
                            }
                        });
                    },
                    () -> {});
        }
        return trips.run().map(done -> found);
    }

    private Future<List<Found>> plugins(List<String> keys, String prefix, Runnable unreadable) {
        Trips trips = new Trips(redis);
        List<Found> found = new ArrayList<>();
        for (String key : keys) {
            String inKey = key.substring(prefix.length());
            withLife(
                    trips,
                    key,
                    (value, life) -> {
                        boolean keyIsToken = TokenShape.matches(inKey);
                        if (keyIsToken == TokenShape.matches(value) || inKey.isEmpty() || value.isEmpty()) {
                            unreadable.run();
                        } else {
                            found.add(new Found(
                                    Tenant.DEFAULT,
                                    keyIsToken ? inKey : value,
                                    keyIsToken ? value : inKey,
                                    life,
                                    life));
                        }
                    },
                    () -> {});
        }
        return trips.run().map(done -> found);
    }

    private interface Value {
        void read(String value, long life);
    }

    private static void withLife(Trips trips, String key, Value present, Runnable absent) {
        Aged.read(trips, key)
                .onSuccess(read -> read.ifPresentOrElse(one -> present.read(one.value(), one.millis()), absent));
    }

    private @Nullable String readable(Tenant tenant, String stored) {
        try {
            return texts.text(tenant, stored);
        } catch (MappingException e) {
            return null;
        }
    }

    private Half half(String value) {
        return redis.cluster() && !value.isEmpty() ? Half.parse(value) : Half.complete(value);
    }
}
