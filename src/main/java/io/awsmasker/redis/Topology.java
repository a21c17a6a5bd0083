package io.awsmasker.redis;

import io.vertx.redis.client.Response;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which node has which slot, as one node of the cluster told it. */
final class Topology {
    private final @Nullable HostAndPort[] masterOf = new HostAndPort[KeySlot.SLOTS];
    private final Set<HostAndPort> masters = new LinkedHashSet<>();
    private final Set<HostAndPort> nodes = new LinkedHashSet<>();

    private Topology() {}

    /**
     * Reads the answer to {@code CLUSTER SLOTS}: first and last slot, master, replicas of each range.
     *
     * @param told by whom; its host stands in for one that the cluster does not know
     */
    static Topology of(Response slots, HostAndPort told) {
        Topology topology = new Topology();
        for (Response range : slots) {
            HostAndPort master = endpoint(range.get(2), told);
            topology.masters.add(master);
            for (int slot = range.get(0).toInteger(); slot <= range.get(1).toInteger(); slot++) {
                topology.masterOf[slot] = master;
            }
            for (int node = 2; node < range.size(); node++) {
                topology.nodes.add(endpoint(range.get(node), told));
            }
        }
        return topology;
    }

    private static HostAndPort endpoint(Response node, HostAndPort told) {
        String host = node.get(0) == null ? "" : node.get(0).toString();
        return new HostAndPort(
                host.isEmpty() || host.equals("?") ? told.host() : host,
                node.get(1).toInteger());
    }

    /** Null when no node serves the slot. */
    @Nullable
    HostAndPort masterOf(int slot) {
        return masterOf[slot];
    }

    /** One slot of each master, and if there are slots without a master, one of these. */
    Collection<Integer> aSlotOfEach() {
        Map<Optional<HostAndPort>, Integer> slots = new LinkedHashMap<>();
        for (int slot = 0; slot < masterOf.length; slot++) {
            slots.putIfAbsent(Optional.ofNullable(masterOf[slot]), slot);
        }
        return slots.values();
    }

    /** Whether each slot, negative for none, has a master. */
    boolean serves(int[] slots) {
        for (int slot : slots) {
            if (slot >= 0 && masterOf[slot] == null) {
                return false;
            }
        }
        return true;
    }

    List<HostAndPort> masters() {
        return List.copyOf(masters);
    }

    /** Masters and replicas: any of them can tell the topology. */
    Set<HostAndPort> nodes() {
        return nodes;
    }
}
