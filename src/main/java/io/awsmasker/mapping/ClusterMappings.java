package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Mappings in a Redis cluster, in the same keys as in a standalone server. No request names keys of two slots, so a pair
 * of keys is written by the {@link PairProtocol}: known values cost one round trip, new ones three, and one that is raced
 * for a few more.
 */
public final class ClusterMappings implements Mappings {
    private final RedisLink redis;
    private final Texts texts;
    private final MappingLimits limits;

    public ClusterMappings(RedisLink redis, Texts texts, MappingLimits limits) {
        this.redis = redis;
        this.texts = texts;
        this.limits = limits;
    }

    @Override
    public CompletionStage<Map<String, String>> tokensFor(Tenant tenant, Collection<Identifier> identifiers) {
        return Failures.named(new ClusterCall(redis, tenant, texts, limits).tokens(LiteralsLast.of(identifiers)));
    }

    @Override
    public CompletionStage<Map<String, String>> originalsOf(Tenant tenant, Collection<String> tokens) {
        Map<String, String> answers = new HashMap<>();
        tokens.forEach(token -> answers.put(token, token));
        List<String> asked =
                answers.keySet().stream().filter(TokenShape::matches).toList();
        return Failures.named(
                new ClusterCall(redis, tenant, texts, limits).originals(asked).map(originals -> {
                    answers.putAll(originals);
                    return answers;
                }));
    }

    @Override
    public CompletionStage<String> check() {
        return Failures.named(new RedisCheck(redis, texts).run());
    }
}
