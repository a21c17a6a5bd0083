package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import io.awsmasker.mapping.StoredTexts.Text;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * How the two keys of a mapping come to agree when they live on different servers, without a lock.
 *
 * <p>A writer puts down both halves at once: {@code unmask:K = ?T} and {@code mask:T = ?K}, each only if the key is free,
 * each provisional (?). A token is used by nobody before both halves were seen to agree, at whatever two moments. Two
 * rules govern every change, whoever makes it:
 *
 * <ol>
 *   <li>{@code mask:T = ?K} changes to another token only after {@code unmask:K} was seen <em>final</em> with another
 *       meaning.
 *   <li>{@code unmask:K = ?T} changes to another meaning, or goes, only after {@code mask:T} was seen final, or agreeing,
 *       with another token.
 * </ol>
 *
 * <p>A final half never changes, and becomes final only while both agree; an unmask half that reserves a literal is final
 * from the start. Why that is enough: let the halves of (T, K) be seen at the times t1 and t2. If the one seen first had
 * changed before t2, then by its rule the other one had been seen before t2 with something that never changes, and could
 * not have been seen agreeing at t2. So both agree at the later time. A change after that would need the same
 * contradiction, so they agree for good: agreeing is stable, even before either is final, and whoever comes next is led to
 * the same token.
 *
 * <p>A process that dies between any two steps leaves provisional halves, and whoever meets one takes the steps that are
 * missing: a reader knows both text and token. A wasted {@code unmask:K} of a lost race means nothing, since its mask key
 * leads elsewhere. The ways end: a provisional half waits for at most one chain, a literal's mask key, the token's unmask
 * key, the mask key of its text, and the unmask key of that one's token, whose number no other text was ever given.
 *
 * <p>The argument needs that a key which is read in a call does not expire before the end of that call: times to live are
 * a minute at least, and each trip ends in seconds.
 */
final class PairProtocol {
    private static final int MOST_STEPS = 24;

    private final HalfStore halves;
    private final StoredTexts texts;
    private final Tenant tenant;
    private final Afterwards afterwards;
    private final NewValues newValues;

    PairProtocol(HalfStore halves, StoredTexts texts, Tenant tenant, Afterwards afterwards, NewValues newValues) {
        this.halves = halves;
        this.texts = texts;
        this.tenant = tenant;
        this.afterwards = afterwards;
        this.newValues = newValues;
    }

    /**
     * A token for a text that has none, or whose provisional one was lost.
     *
     * @param from what its mask key was seen to hold
     */
    Future<String> offer(Text text, String token, @Nullable Half from, String tokenClass) {
        return offer(text, token, from, tokenClass, 0);
    }

    private Future<String> offer(Text text, String token, @Nullable Half from, String tokenClass, int taken) {
        boolean literal = token.equals(text.value());
        Half claim = literal ? Half.complete(text.stored()) : Half.provisional(text.stored());
        Future<@Nullable Half> unmask = halves.swapUnmask(token, null, claim);
        Future<@Nullable Half> mask = halves.swapMask(text.name(), from, Half.provisional(token));
        return Future.join(unmask, mask).compose(done -> {
            Half now = mask.result();
            if (now == null) {
                return Future.failedFuture(contradiction());
            }
            if (now.content().equals(token)) {
                return agree(text, token, unmask.result(), tokenClass, 0, taken);
            }
            if (from == null) {
                newValues.lost();
            }
            Future<String> winner = now.isFinal()
                    ? Future.succeededFuture(now.content())
                    : agree(text, now.content(), null, tokenClass, 0, taken);
            return winner.onSuccess(other -> {
                if (claim.equals(unmask.result()) && !literal) {
                    afterwards.withdraw(token, claim);
                }
            });
        });
    }

    /**
     * The token of a text whose mask key provisionally holds {@code token}.
     *
     * @param seen what the token's unmask key was seen to hold, null when that is not known
     */
    Future<String> agree(Text text, String token, @Nullable Half seen, String tokenClass) {
        return agree(text, token, seen, tokenClass, 0, 0);
    }

    private Future<String> agree(
            Text text, String token, @Nullable Half seen, String tokenClass, int steps, int taken) {
        if (steps > MOST_STEPS || taken > Numbering.MOST_TAKEN) {
            return Future.failedFuture(contradiction());
        }
        if (seen == null) {
            return halves.swapUnmask(token, null, Half.provisional(text.stored()))
                    .compose(now -> now == null
                            ? Future.failedFuture(contradiction())
                            : agree(text, token, now, tokenClass, steps + 1, taken));
        }
        if (text.isStoredAs(seen.content())) {
            afterwards.complete(text, token, seen);
            return Future.succeededFuture(token);
        }
        if (seen.isFinal()) {
            return halves.tokenAfter(taken, tokenClass)
                    .compose(next -> offer(text, next, Half.provisional(token), tokenClass, taken + 1));
        }
        return decide(token, seen, steps + 1).compose(now -> agree(text, token, now, tokenClass, steps + 1, taken));
    }

    /**
     * Makes a provisional unmask key final: with the text that it holds, if that text's mask key agrees, or else as a
     * literal, which stands for itself.
     *
     * @return what it holds now, null when it is gone
     */
    Future<@Nullable Half> decide(String token, Half seen, int steps) {
        if (steps > MOST_STEPS) {
            return Future.failedFuture(contradiction());
        }
        String name = texts.nameIn(seen.content());
        return halves.swapMask(name, null, Half.provisional(token)).compose(mask -> {
            if (mask == null || mask.content().equals(token)) {
                return halves.swapUnmask(token, seen, seen.completed());
            }
            if (mask.isFinal()) {
                return halves.swapUnmask(
                        token, seen, Half.complete(texts.of(tenant, token).stored()));
            }
            return halves.swapUnmask(mask.content(), null, Half.provisional(seen.content()))
                    .compose(rival -> {
                        if (rival == null || rival.content().equals(seen.content())) {
                            return halves.swapMask(name, mask, mask.completed());
                        }
                        return rival.isFinal()
                                ? halves.swapMask(name, mask, Half.provisional(token))
                                : decide(mask.content(), rival, steps + 1);
                    })
                    .compose(done -> decide(token, seen, steps + 1));
        });
    }

    private static MappingException contradiction() {
        return new MappingException(Reason.OPERATION, "mappings in Redis contradict each other or expire at once");
    }
}
