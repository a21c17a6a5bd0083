package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Mappings in a Redis cluster, in the same keys as in a standalone server. No request names keys of two slots, so a pair
 * of keys is written by the {@link PairProtocol}: known values cost one round trip, new ones three, and one that is raced
 * for a few more.
 */
public final class ClusterMappings implements Mappings {
    private final RedisLink redis;
    private final StoredTexts texts;
    private final MappingLimits limits;
    private final AtomicInteger unfinished = new AtomicInteger();

    /** @param texts in what form originals stand in Redis */
    public ClusterMappings(RedisLink redis, StoredTexts texts, MappingLimits limits) {
        this.redis = redis;
        this.texts = texts;
        this.limits = limits;
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        ClusterCall call = new ClusterCall(redis, tenant, texts, limits);
        return Failures.named(call.tokens(LiteralsLast.of(identifiers)).onComplete(answer -> afterwards(call)));
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        Map<String, String> answers = new HashMap<>();
        tokens.forEach(token -> answers.put(token, token));
        List<String> asked =
                answers.keySet().stream().filter(TokenShape::matches).toList();
        ClusterCall call = new ClusterCall(redis, tenant, texts, limits);
        return Failures.named(call.originals(asked)
                .map(originals -> {
                    answers.putAll(originals);
                    return answers;
                })
                .onSuccess(answer -> afterwards(call)));
    }

    private void afterwards(ClusterCall call) {
        unfinished.incrementAndGet();
        call.afterwards().onComplete(done -> unfinished.decrementAndGet());
    }

    /** How many calls have been answered but have not yet refreshed and completed what they used. */
    int unfinished() {
        return unfinished.get();
    }

    @Override
    public CompletionStage<String> check() {
        return Failures.named(new RedisCheck(redis, texts).run());
    }
}
