package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The topology as last heard, and how to hear it again: several nodes are asked at once and the first answer counts, so
 * that a dead or frozen one delays nothing.
 */
final class ClusterMap {
    private static final int NODES_TO_ASK = 4;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final HostAndPort configurationEndpoint;
    private final long timeoutMillis;
    private volatile @Nullable Topology known;
    private @Nullable Future<Topology> asking;
    private long askedAt = System.nanoTime() - PAUSE_NANOS;

    ClusterMap(RedisSettings settings) {
        this.configurationEndpoint = settings.endpoint();
        this.timeoutMillis = settings.timeout().toMillis();
    }

    /** What is known, or else, also if no master is known for one of the slots, what the cluster says now. */
    Future<Topology> current(Fleet fleet, int[] slots) {
        Topology topology = known;
        return topology != null && topology.serves(slots) ? Future.succeededFuture(topology) : ask(fleet);
    }

    /** Asks again in the background: something was not where it should be. */
    synchronized void suspect(Fleet fleet) {
        if (System.nanoTime() - askedAt > PAUSE_NANOS) {
            ask(fleet);
        }
    }

    /** One question at a time, whoever asks. */
    private synchronized Future<Topology> ask(Fleet fleet) {
        if (asking != null && !asking.isComplete()) {
            return asking;
        }
        askedAt = System.nanoTime();
        List<Future<Topology>> answers = new ArrayList<>();
        for (HostAndPort endpoint : someNodes()) {
            answers.add(slots(fleet, endpoint));
        }
        Future<Topology> first = Future.any(answers)
                .map(any -> answers.stream()
                        .filter(Future::succeeded)
                        .findFirst()
                        .orElseThrow()
                        .result())
                .recover(failure -> Future.failedFuture(worst(answers)))
                .onSuccess(topology -> learn(topology, fleet));
        asking = first;
        return first;
    }

    private void learn(Topology topology, Fleet fleet) {
        known = topology;
        Set<HostAndPort> used = new HashSet<>(topology.nodes());
        used.add(configurationEndpoint);
        fleet.retain(used);
    }

    /** The configuration endpoint always: it leads to living nodes when all that is known has gone. */
    private Set<HostAndPort> someNodes() {
        Topology topology = known;
        List<HostAndPort> nodes = new ArrayList<>(topology == null ? Set.of() : topology.nodes());
        Collections.shuffle(nodes);
        Set<HostAndPort> some = new HashSet<>(nodes.subList(0, Math.min(NODES_TO_ASK, nodes.size())));
        some.add(configurationEndpoint);
        return some;
    }

    private Future<Topology> slots(Fleet fleet, HostAndPort endpoint) {
        return Future.succeededFuture(endpoint)
                .compose(one -> fleet.node(one)
                        .pipeline(List.of(Request.cmd(Command.CLUSTER).arg("SLOTS")), timeoutMillis))
                .compose(answers -> answers.get(0))
                .map(answer -> Topology.of(answer, endpoint))
                .compose(topology -> topology.masters().isEmpty()
                        ? Future.failedFuture(
                                new RedisException(Reason.OPERATION, "The Redis cluster has no slots assigned"))
                        : Future.succeededFuture(topology));
    }

    /** What a server said tells more than that another was not there. */
    private static RedisException worst(List<Future<Topology>> answers) {
        RedisException worst = RedisFault.of(answers.get(0).cause());
        for (Future<Topology> answer : answers) {
            RedisException fault = RedisFault.of(answer.cause());
            if (fault.reason() != Reason.UNREACHABLE) {
                worst = fault;
            }
        }
        return worst;
    }
}
