package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingSource.Found;
import io.awsmasker.mapping.StoredTexts.Text;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies all mappings from one Redis to another, whatever their modes and keys. It may be repeated and interrupted: what
 * is there stays, nothing gets another meaning, and counters are raised before the tokens below them are written, so that
 * a gateway which already works on the target gives none of them out.
 */
public final class Migration {
    /** Tokens with more digits are taken for no tokens by the gateway. */
    private static final long LARGEST_NUMBER = 999_999_999;

    /** Of a rule, as operators write it; other words before a number are not shown. */
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Z0-9]{1,23}");

    private static final String RAISE = """
            local now = tonumber(redis.call('GET', KEYS[1]) or '0')
            if now < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], ARGV[1]) end
            return now
            """;

    /**
     * What a copy did, or would do.
     *
     * @param read mappings found in the source
     * @param copied mappings that were not in the target
     * @param present mappings that were there already, the same
     * @param conflicts mappings whose token or text means something else in the target, which stays
     * @param unusable keys without a mapping, and mappings to tokens that this gateway does not know
     * @param unknownClasses of those, how many are of which class that no rule of the target has
     */
    public record Report(
            long read, long copied, long present, long conflicts, long unusable, Map<String, Long> unknownClasses) {}

    private final MappingSource source;
    private final RedisLink target;
    private final StoredTexts texts;
    private final long ttl;
    private final Predicate<String> knownClass;
    private final boolean dryRun;
    private long read;
    private long copied;
    private long present;
    private long conflicts;
    private long unusable;
    private final Map<String, Long> unknownClasses = new TreeMap<>();

    /**
     * A copy that is not yet begun.
     *
     * @param limits the target's; its time to live is given to what has none
     * @param knownClass whether tokens of a class can be restored
     * @param dryRun only tells what would be done
     */
    public Migration(
            RedisLink from,
            StoredTexts fromTexts,
            RedisLink target,
            StoredTexts texts,
            MappingLimits limits,
            Predicate<String> knownClass,
            boolean dryRun) {
        this.source = new MappingSource(from, fromTexts);
        this.target = target;
        this.texts = texts;
        this.ttl = limits.ttl().toMillis();
        this.knownClass = knownClass;
        this.dryRun = dryRun;
    }

    /** Once. Both sides are checked first, with their encryption keys, and nothing is written before that. */
    public CompletionStage<Report> run() {
        RedisCheck check = new RedisCheck(target, texts);
        return Failures.named(source.check()
                .compose(readable -> dryRun ? check.runReading() : check.run().<Void>mapEmpty())
                .compose(ready -> source.each(this::write, () -> unusable++))
                .map(done -> new Report(read, copied, present, conflicts, unusable, Map.copyOf(unknownClasses))));
    }

    private Future<Void> write(List<Found> all) {
        read += all.size();
        List<Found> usable = all.stream().filter(this::isUsable).toList();
        unusable += all.size() - usable.size();
        return raiseCounters(usable).compose(raised -> {
            Trips trips = new Trips(target);
            usable.forEach(one -> write(trips, one));
            return trips.run();
        });
    }

    private boolean isUsable(Found one) {
        if (!TokenShape.matches(one.token()) || one.text().isEmpty()) {
            return false;
        }
        if (one.token().equals(one.text())) {
            return true;
        }
        String tokenClass = TokenShape.tokenClass(one.token());
        boolean known = knownClass.test(tokenClass);
        if (!known && CLASS.matcher(tokenClass).matches()) {
            unknownClasses.merge(tokenClass, 1L, Long::sum);
        }
        long number = TokenShape.number(one.token());
        return known && number > 0 && number <= LARGEST_NUMBER;
    }

    private Future<Void> raiseCounters(List<Found> some) {
        Map<String, Long> highest = new HashMap<>();
        some.stream()
                .filter(one -> !one.token().equals(one.text()))
                .forEach(one -> highest.merge(
                        new KeyNames(one.tenant()).counter(TokenShape.tokenClass(one.token())),
                        TokenShape.number(one.token()),
                        Math::max));
        Trips trips = new Trips(target);
        if (!dryRun) {
            highest.forEach((counter, number) -> trips.ask(
                    Request.cmd(Command.EVAL).arg(RAISE).arg(1).arg(counter).arg(number)));
        }
        return trips.run();
    }

    private void write(Trips trips, Found one) {
        KeyNames keys = new KeyNames(one.tenant());
        Text text = texts.of(one.tenant(), one.text());
        String stored = target.cluster() ? Half.complete(text.stored()).value() : text.stored();
        claim(trips, keys.unmask(one.token()), stored, one.unmaskLife(), 2 * ttl)
                .onSuccess(before -> {
                    if (before != null && !before.equals(stored)) {
                        conflicts++;
                    } else if (one.maskLife() == 0) {
                        count(before == null);
                    } else {
                        claim(trips, keys.mask(text.name()), one.token(), one.maskLife(), ttl)
                                .onSuccess(token -> {
                                    if (token != null && !token.equals(one.token())) {
                                        conflicts++;
                                    } else {
                                        count(before == null || token == null);
                                    }
                                });
                    }
                });
    }

    private void count(boolean isNew) {
        copied += isNew ? 1 : 0;
        present += isNew ? 0 : 1;
    }

    /** Succeeds with what the key held before. */
    private Future<@Nullable String> claim(Trips trips, String key, String value, long life, long otherwise) {
        Future<@Nullable Response> before = trips.ask(Request.cmd(Command.GET).arg(key));
        if (!dryRun) {
            trips.ask(HalfStore.claim(key, value, life > 0 ? life : otherwise));
        }
        return before.map(answer -> answer == null ? null : answer.toString());
    }
}
