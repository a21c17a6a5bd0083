package io.awsmasker.mapping;

import io.awsmasker.mapping.MappingException.Reason;
import io.awsmasker.mapping.StoredTexts.Text;
import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call on mappings in a cluster: the way of each of its values, which all go in step. */
final class ClusterCall {
    private final Trips trips;
    private final HalfStore halves;
    private final StoredTexts texts;
    private final Tenant tenant;
    private final long ttlMillis;
    private final NewValues newValues;
    private final Trips later;
    private final Afterwards afterwards;
    private final PairProtocol protocol;

    ClusterCall(RedisLink redis, Tenant tenant, StoredTexts texts, MappingLimits limits) {
        KeyNames keys = new KeyNames(tenant);
        this.trips = new Trips(redis);
        this.halves = new HalfStore(trips, keys, limits.ttl());
        this.texts = texts;
        this.tenant = tenant;
        this.ttlMillis = limits.ttl().toMillis();
        this.newValues = new NewValues(keys, limits.newPerMinute());
        this.later = new Trips(redis);
        this.afterwards = new Afterwards(later, new HalfStore(later, keys, limits.ttl()));
        this.protocol = new PairProtocol(halves, texts, tenant, afterwards, newValues);
    }

    Future<Map<String, String>> tokens(List<Identifier> identifiers) {
        List<Future<String>> ways = identifiers.stream().map(this::token).toList();
        return trips.run()
                .compose(gone -> Future.join(ways))
                .compose(done ->
                        distinct(identifiers, ways.stream().map(Future::result).toList()))
                .map(tokens -> {
                    Map<String, String> answer = new HashMap<>();
                    for (int i = 0; i < tokens.size(); i++) {
                        answer.put(identifiers.get(i).value(), tokens.get(i));
                    }
                    return answer;
                });
    }

    Future<Map<String, String>> originals(List<String> tokens) {
        List<Future<String>> ways = tokens.stream().map(this::original).toList();
        return trips.run().compose(gone -> Future.join(ways)).map(done -> {
            Map<String, String> answer = new HashMap<>();
            for (int i = 0; i < tokens.size(); i++) {
                answer.put(tokens.get(i), ways.get(i).result());
            }
            return answer;
        });
    }

    /** How many round trips the answer has cost. */
    int roundTrips() {
        return trips.made();
    }

    /** What can wait until the caller has its answer. */
    Future<Void> afterwards() {
        newValues.settle(later);
        return afterwards.run();
    }

    private Future<String> token(Identifier identifier) {
        Text text = texts.of(tenant, identifier.value());
        String otherName = text.otherName();
        Future<@Nullable Half> found = halves.mask(text.name());
        Future<@Nullable Half> other = otherName == null ? Future.succeededFuture() : halves.mask(otherName);
        return Future.join(found, other).compose(done -> {
            if (found.result() != null) {
                return known(identifier, text, found.result());
            }
            if (other.result() != null) {
                return known(identifier, text.inOtherForm(), other.result())
                        .onSuccess(token -> afterwards.adopt(text, token));
            }
            return created(identifier, text);
        });
    }

    private Future<String> known(Identifier identifier, Text text, Half mask) {
        if (!mask.isFinal()) {
            return protocol.agree(text, mask.content(), null, identifier.tokenClass());
        }
        afterwards.used(text, mask.content());
        return Future.succeededFuture(mask.content());
    }

    /** A literal waits as long as the others wait for their numbers, because one of these may be the literal. */
    private Future<String> created(Identifier identifier, Text text) {
        Future<Void> admitted = newValues.admit(trips);
        Future<String> token = identifier.isLiteral()
                ? trips.next().map(waited -> text.value())
                : halves.nextToken(identifier.tokenClass());
        return Future.join(admitted, token)
                .compose(both -> protocol.offer(text, token.result(), null, identifier.tokenClass()));
    }

    /**
     * No two texts of a call share a token, even after a failover has lost one half of a mapping: whichever text the token
     * does not lead back to gets another one.
     */
    private Future<List<String>> distinct(List<Identifier> identifiers, List<String> tokens) {
        Map<String, Integer> uses = new HashMap<>();
        tokens.forEach(token -> uses.merge(token, 1, Integer::sum));
        if (uses.size() == tokens.size()) {
            return Future.succeededFuture(tokens);
        }
        List<Future<String>> ways = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            ways.add(
                    uses.getOrDefault(token, 0) == 1
                            ? Future.succeededFuture(token)
                            : confirmed(identifiers.get(i), token));
        }
        return trips.run().compose(gone -> Future.join(ways)).compose(done -> {
            List<String> again = ways.stream().map(Future::result).toList();
            return again.size() == again.stream().distinct().count()
                    ? Future.succeededFuture(again)
                    : Future.failedFuture(new MappingException(Reason.OPERATION, "two texts have one token in Redis"));
        });
    }

    private Future<String> confirmed(Identifier identifier, String token) {
        Text text = texts.of(tenant, identifier.value());
        return halves.swapUnmask(token, null, Half.complete(text.stored())).compose(now -> {
            if (now != null && text.isStoredAs(now.content())) {
                return Future.succeededFuture(token);
            }
            return halves.nextToken(identifier.tokenClass())
                    .compose(next -> protocol.offer(text, next, Half.complete(token), identifier.tokenClass()));
        });
    }

    private Future<String> original(String token) {
        Future<@Nullable Half> seen = halves.unmask(token);
        Future<Long> life = halves.lifeOfUnmask(token);
        return Future.join(seen, life).compose(done -> meaning(token, seen.result(), life.result()));
    }

    private Future<String> meaning(String token, @Nullable Half seen, long life) {
        if (seen == null) {
            return invented(token);
        }
        if (!seen.isFinal()) {
            return protocol.decide(token, seen, 0).compose(now -> meaning(token, now, life));
        }
        String stored = seen.content();
        String name = texts.nameIn(stored);
        String text = texts.text(tenant, stored);
        afterwards.restored(name, stored, token);
        boolean maskMayHaveLapsed = life <= ttlMillis;
        return maskMayHaveLapsed
                ? halves.swapMask(name, null, Half.complete(token)).map(done -> text)
                : Future.succeededFuture(text);
    }

    /** Past the tenant's share of new values a token that nobody gave out stands for itself without being reserved. */
    private Future<String> invented(String token) {
        return newValues.admit(trips).compose(admitted -> reserved(token), refusal -> Future.succeededFuture(token));
    }

    private Future<String> reserved(String token) {
        Text self = texts.of(tenant, token);
        Future<@Nullable Half> unmask = halves.swapUnmask(token, null, Half.complete(self.stored()));
        Future<@Nullable Half> mask = halves.swapMask(self.name(), null, Half.provisional(token));
        return Future.join(unmask, mask).compose(done -> {
            Half now = unmask.result();
            if (now == null || !self.isStoredAs(now.content())) {
                return meaning(token, now, Long.MAX_VALUE);
            }
            afterwards.complete(self, token, now);
            return Future.succeededFuture(token);
        });
    }
}
