package io.awsmasker.mapping;

import io.awsmasker.redis.RedisException;
import io.awsmasker.redis.RedisException.Reason;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether Redis can be trusted with mappings now: every master takes a write, gives it back and throws nothing away, and the
 * mappings are written with the key that is set here. In a cluster one master that fails this fails the whole, because any
 * request may need a key or a counter of it: so what is blocked does not depend on where keys happen to lie.
 *
 * <p>The first instance to see an empty store writes down the fingerprint of its key, or its absence, and after that the
 * generation, so that what has a generation and no fingerprint is known to be in clear.
 */
final class RedisCheck {
    static final String KEY = "aws:stats:encryption";
    /** Stands in the place of a fingerprint while clear mappings are encrypted, and stops every instance. */
    static final String ENCRYPTING = "encrypting";

    static final String GENERATION = "aws:stats:generation";
    /** How often something was erased or evicted: near caches forget when it changes. */
    static final String FORGOTTEN = "aws:stats:forgotten";

    private static final String WRITTEN = "aws:lock:check";
    /** A script, as mappings are written by scripts, which a user may be forbidden. */
    private static final String WRITE = "return redis.call('SET', KEYS[1], '1', 'PX', 10000)";

    private static final String SAFE_POLICY = "noeviction";

    private final RedisLink redis;
    private final StoredTexts texts;

    RedisCheck(RedisLink redis, StoredTexts texts) {
        this.redis = redis;
        this.texts = texts;
    }

    /** Succeeds with the generation of the data. */
    Future<String> run() {
        return redis.keyOnEachMaster(WRITTEN)
                .compose(this::ask)
                .compose(generation -> redis.evictionPolicy().compose(policy -> kept(policy, generation)));
    }

    /** The same as far as it can be told without writing; for a store into which something may be written later. */
    Future<Void> runReading() {
        return redis.send(List.of(get(KEY), get(GENERATION)))
                .compose(answers -> {
                    String fingerprint = text(answers.get(0));
                    return fingerprint.isEmpty() && text(answers.get(1)).isEmpty()
                            ? Future.succeededFuture("")
                            : matching(fingerprint, () -> Future.succeededFuture(""));
                })
                .compose(matching -> redis.evictionPolicy())
                .compose(policy -> kept(policy, ""))
                .mapEmpty();
    }

    /** Fails with the error of the server if any takes no write, though others would serve what is theirs. */
    private Future<String> ask(List<String> written) {
        List<Request> requests = new ArrayList<>(List.of(get(KEY), get(GENERATION), get(FORGOTTEN)));
        for (String key : written) {
            requests.add(Request.cmd(Command.EVAL).arg(WRITE).arg(1).arg(key));
            requests.add(get(key));
        }
        return redis.send(requests).compose(answers -> {
            for (int read = 4; read < answers.size(); read += 2) {
                if (!"1".equals(text(answers.get(read)))) {
                    return failed("Redis did not give back what was written");
                }
            }
            return key(text(answers.get(0)), text(answers.get(1)))
                    .map(generation -> generation + " " + text(answers.get(2)));
        });
    }

    private Future<String> key(String fingerprint, String generation) {
        if (generation.isEmpty()) {
            return fingerprint.isEmpty() && !texts.fingerprint().isEmpty()
                    ? first(KEY, texts.fingerprint()).compose(now -> key(now, ""))
                    : matching(
                            fingerprint,
                            () -> first(GENERATION, UUID.randomUUID().toString()));
        }
        return matching(fingerprint, () -> Future.succeededFuture(generation));
    }

    private Future<String> matching(String fingerprint, Supplier<Future<String>> generation) {
        return texts.isOf(fingerprint)
                ? generation.get()
                : Future.failedFuture(
                        new MappingException(MappingException.Reason.ENCRYPTION, mismatch(fingerprint, texts)));
    }

    /** What to say when mappings with this fingerprint, which is empty for clear ones, cannot be read with these keys. */
    static String mismatch(String fingerprint, StoredTexts texts) {
        if (fingerprint.equals(ENCRYPTING)) {
            return "the mappings in Redis are being encrypted; if the encrypt command was interrupted, run it again";
        }
        if (fingerprint.isEmpty()) {
            return "the mappings in Redis are not encrypted but masker.mapping.encryption-key is set; "
                    + "encrypt them with the encrypt command, or use an empty database";
        }
        return texts.fingerprint().isEmpty()
                ? "the mappings in Redis are encrypted; set masker.mapping.encryption-key to their key"
                : "the mappings in Redis are encrypted with another key than masker.mapping.encryption-key; "
                        + "set the right one, or name the other one in masker.mapping.encryption-key-previous";
    }

    /** Writes a value unless there is one. */
    private Future<String> first(String key, String value) {
        return redis.send(List.of(Request.cmd(Command.SET).arg(key).arg(value).arg("NX"), get(key)))
                .map(answers -> text(answers.get(1)));
    }

    private static Request get(String key) {
        return Request.cmd(Command.GET).arg(key);
    }

    private static Future<String> kept(String policy, String generation) {
        return policy.equals(SAFE_POLICY)
                ? Future.succeededFuture(generation)
                : failed("Redis evicts mappings: its maxmemory-policy is " + policy + ", set it to noeviction");
    }

    private static String text(@Nullable Response answer) {
        return answer == null ? "" : answer.toString();
    }

    private static <T> Future<T> failed(String message) {
        return Future.failedFuture(new RedisException(Reason.OPERATION, message));
    }
}
