package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import io.awsmasker.mapping.StoredTexts.Text;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rewrites the mappings of a Redis in the current form: clear ones when encryption is switched on, those of the other key
 * at the end of a rotation. Tokens and times to live stay, cached answers do not. It may be repeated after an interruption.
 *
 * <p>Clear mappings are rewritten while every gateway is stopped by the mark that this puts in the place of the
 * fingerprint, since one that writes in clear and one that reads encrypted could not understand each other. At the end of
 * a rotation all of them read both keys, so they work on.
 */
public final class Encryption {
    private final RedisLink redis;
    private final StoredTexts texts;
    private final long ttl;
    private boolean fromClear;

    /** @param texts the form to rewrite them in, with the other key if there is one */
    public Encryption(RedisLink redis, StoredTexts texts, MappingLimits limits) {
        this.redis = redis;
        this.texts = texts;
        this.ttl = limits.ttl().toMillis();
    }

    /** Succeeds with how many mappings were rewritten. */
    public CompletionStage<Long> run() {
        AtomicLong rewritten = new AtomicLong();
        KeyScan scan = new KeyScan(redis);
        TenantKeys keys = new TenantKeys(redis);
        return Failures.named(begin().compose(begun -> scan.each(KeyNames.UNMASK, found -> rewrite(found, rewritten)))
                .compose(done -> scan.each(KeyNames.MASK, this::removeOthers))
                .compose(done -> scan.each(
                        KeyNames.CACHE, answers -> keys.delete(answers).mapEmpty()))
                .compose(done -> set(texts.fingerprint()))
                .map(done -> rewritten.get()));
    }

    private Future<Void> begin() {
        return redis.send(List.of(Request.cmd(Command.GET).arg(RedisCheck.KEY))).compose(answers -> {
            Response answer = answers.get(0);
            String now = answer == null ? "" : answer.toString();
            if (texts.fingerprint().isEmpty()) {
                return failed("masker.mapping.encryption-key is not set; set it to the key to encrypt with");
            }
            fromClear = now.isEmpty() || now.equals(RedisCheck.ENCRYPTING);
            if (fromClear) {
                return set(RedisCheck.ENCRYPTING);
            }
            return now.equals(texts.fingerprint()) || now.equals(texts.otherFingerprint())
                    ? Future.succeededFuture()
                    : failed("the mappings are encrypted with a key that is not set here; "
                            + "set masker.mapping.encryption-key-previous to it");
        });
    }

    private static Future<Void> failed(String message) {
        return Future.failedFuture(new MappingException(Reason.ENCRYPTION, message));
    }

    private Future<Void> set(String fingerprint) {
        return redis.send(List.of(Request.cmd(Command.SET).arg(RedisCheck.KEY).arg(fingerprint)))
                .mapEmpty();
    }

    private Future<Void> rewrite(List<String> keys, AtomicLong rewritten) {
        Trips trips = new Trips(redis);
        for (String key : keys) {
            Aged.read(trips, key).onSuccess(read -> read.ifPresent(unmask -> rewrite(trips, key, unmask, rewritten)));
        }
        return trips.run();
    }

    private void rewrite(Trips trips, String key, Aged unmask, AtomicLong rewritten) {
        KeyOwner owner = KeyOwner.ofUnmask(key);
        Half half = half(unmask.value());
        Text text = texts.of(owner.tenant(), clear(owner.tenant(), half.content()));
        if (half.content().equals(text.stored())) {
            return;
        }
        rewritten.incrementAndGet();
        Half sealed = new Half(text.stored(), half.isFinal());
        KeyNames names = new KeyNames(owner.tenant());
        String oldName = half.content().equals(text.otherStored()) && text.otherName() != null
                ? text.otherName()
                : TextForm.CLEAR.nameIn(half.content());
        Aged.read(trips, names.mask(oldName)).onSuccess(mask -> {
            Future<?> claimed = mask.filter(
                            token -> half(token.value()).content().equals(owner.content()))
                    .<Future<?>>map(token ->
                            trips.ask(HalfStore.claim(names.mask(text.name()), token.value(), token.millisOr(ttl))))
                    .orElse(Future.succeededFuture());
            claimed.onSuccess(done ->
                    trips.ask(HalfStore.replacement(key, unmask.value(), value(sealed), unmask.millisOr(2 * ttl))));
        });
    }

    /** Mask keys whose name is not the one in their token's unmask key: those of the old form. */
    private Future<Void> removeOthers(List<String> keys) {
        Trips trips = new Trips(redis);
        for (String key : keys) {
            KeyOwner owner = KeyOwner.ofMask(key);
            trips.ask(Request.cmd(Command.GET).arg(key)).onSuccess(mask -> {
                if (mask != null) {
                    String token = half(mask.toString()).content();
                    trips.ask(Request.cmd(Command.GET).arg(new KeyNames(owner.tenant()).unmask(token)))
                            .onSuccess(unmask -> {
                                if (unmask == null
                                        || !texts.nameIn(half(unmask.toString()).content())
                                                .equals(owner.content())) {
                                    trips.ask(HalfStore.deletion(key, mask.toString()));
                                }
                            });
                }
            });
        }
        return trips.run();
    }

    private String clear(Tenant tenant, String stored) {
        try {
            return texts.text(tenant, stored);
        } catch (MappingException e) {
            if (fromClear) {
                return stored;
            }
            throw e;
        }
    }

    private String value(Half half) {
        return redis.cluster() ? half.value() : half.content();
    }

    private Half half(String value) {
        return redis.cluster() && !value.isEmpty() ? Half.parse(value) : Half.complete(value);
    }
}
