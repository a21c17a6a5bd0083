package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;

/**
 * Whether what a Redis holds can be read with the keys that are set for it, told without writing. Where no fingerprint says
 * how the mappings were written, they are looked at: a ciphertext that passed for a text would lose its meaning for ever.
 */
final class SourceCheck {
    private static final String UNKNOWN_KEY = "unknown";

    private final RedisLink redis;
    private final StoredTexts texts;
    private long readable;
    private long clear;
    private long foreign;

    SourceCheck(RedisLink redis, StoredTexts texts) {
        this.redis = redis;
        this.texts = texts;
    }

    /** Fails with {@link Reason#ENCRYPTION}, saying which key is missing. */
    Future<Void> run() {
        return redis.send(List.of(Request.cmd(Command.GET).arg(RedisCheck.KEY))).compose(answers -> {
            Response answer = answers.get(0);
            String fingerprint = answer == null ? "" : answer.toString();
            return fingerprint.isEmpty() ? look() : verdict(texts.isOf(fingerprint), fingerprint);
        });
    }

    private Future<Void> look() {
        boolean sealed = texts.current().nameLength() > 0;
        return new KeyScan(redis).each(KeyNames.UNMASK, this::look).compose(done -> {
            if (foreign > 0) {
                return verdict(false, UNKNOWN_KEY);
            }
            return verdict(!sealed || readable > 0 || clear == 0, "");
        });
    }

    private Future<Void> verdict(boolean fine, String fingerprint) {
        return fine
                ? Future.succeededFuture()
                : Future.failedFuture(
                        new MappingException(Reason.ENCRYPTION, "source: " + RedisCheck.mismatch(fingerprint, texts)));
    }

    private Future<Void> look(List<String> keys) {
        Trips trips = new Trips(redis);
        for (String key : keys) {
            trips.ask(Request.cmd(Command.GET).arg(key)).onSuccess(answer -> {
                if (answer != null) {
                    look(trips, KeyOwner.ofUnmask(key), content(answer));
                }
            });
        }
        return trips.run();
    }

    private void look(Trips trips, KeyOwner owner, String stored) {
        String name = SealedTexts.nameInSealed(stored);
        if (name == null) {
            clear++;
        } else if (isReadable(owner.tenant(), stored)) {
            readable++;
        } else {
            trips.ask(Request.cmd(Command.GET).arg(new KeyNames(owner.tenant()).mask(name)))
                    .onSuccess(mask -> {
                        boolean leadsBack = mask != null && content(mask).equals(owner.content());
                        foreign += leadsBack ? 1 : 0;
                        clear += leadsBack ? 0 : 1;
                    });
        }
    }

    private boolean isReadable(Tenant tenant, String stored) {
        if (texts.current().nameLength() == 0) {
            return false;
        }
        try {
            texts.text(tenant, stored);
            return true;
        } catch (MappingException e) {
            return false;
        }
    }

    private String content(Response answer) {
        String value = answer.toString();
        return redis.cluster() && !value.isEmpty() ? Half.parse(value).content() : value;
    }
}
