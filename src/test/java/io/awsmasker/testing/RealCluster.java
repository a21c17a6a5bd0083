package io.awsmasker.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** A cluster of real servers: three masters that share the slots, and if wanted a replica of each. */
public final class RealCluster implements AutoCloseable {
    private static final int MASTERS = 3;
    private static final int SLOTS = 16_384;
    private static final Duration FORMED_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LOOKS_PER_INVITATION = 80;
    private static final String[] CLUSTER = {
        "cluster-enabled yes",
        "cluster-node-timeout 1500",
        "cluster-require-full-coverage no",
        "cluster-replica-validity-factor 0"
    };

    private final List<RealRedis> masters;
    private final List<RealRedis> replicas;
    private final String[] login;

    private static final Pattern REDIRECTIONS = Pattern.compile("errorstat_(?:MOVED|ASK):count=(\\d+)");

    private RealCluster(Supplier<RealRedis> node, boolean replicated, String... login) {
        this.login = login;
        masters = Stream.generate(node).limit(MASTERS).toList();
        replicas = Stream.generate(node).limit(replicated ? MASTERS : 0).toList();
        meet();
        for (int i = 0; i < MASTERS; i++) {
            addSlots(i);
        }
        nodes().forEach(one -> await(one, "cluster_state:ok", "cluster_slots_assigned:" + SLOTS));
        for (int i = 0; i < replicas.size(); i++) {
            String master = ask(masters.get(i), "CLUSTER", "MYID");
            ask(replicas.get(i), "CLUSTER", "REPLICATE", master);
        }
        replicas.forEach(one -> Awaitility.await()
                .atMost(FORMED_WITHIN)
                .until(() -> ask(one, "INFO", "replication").contains("master_link_status:up")));
    }

    public static RealCluster start(boolean replicated) {
        return new RealCluster(() -> RealRedis.start(CLUSTER), replicated);
    }

    /** With TLS, and an ACL user instead of the default one, who then may do nothing. */
    public static RealCluster startTls(TestPem pem, boolean replicated, String user, String password) {
        String[] lines = Stream.concat(
                        Stream.of(CLUSTER),
                        Stream.of(
                                "user " + user + " on >" + password + " ~* &* +@all",
                                "user default off",
                                "masteruser " + user,
                                "masterauth " + password))
                .toArray(String[]::new);
        return new RealCluster(() -> RealRedis.startTls(pem, lines), replicated, user, password);
    }

    /** Moves every fourth slot that the first master had, one after another, while the cluster is at work. */
    public void moveMany(RealRedis from, RealRedis to) {
        for (int slot = 0; slot < SLOTS / MASTERS; slot += 4) {
            move(slot, from, to);
        }
    }

    /** How many calls the masters have sent elsewhere. */
    public long redirections() {
        long count = 0;
        for (RealRedis master : masters) {
            try (Jedis jedis = connect(master)) {
                Matcher errors = REDIRECTIONS.matcher(jedis.info("errorstats"));
                while (errors.find()) {
                    count += Long.parseLong(errors.group(1));
                }
            }
        }
        return count;
    }

    public List<RealRedis> masters() {
        return masters;
    }

    /** The replica at the index of its master; empty if none were wanted. */
    public List<RealRedis> replicas() {
        return replicas;
    }

    public List<RealRedis> nodes() {
        return Stream.concat(masters.stream(), replicas.stream()).toList();
    }

    /** A connection with all rights to one of the nodes. */
    public Jedis connect(RealRedis node) {
        Jedis jedis = node.connect();
        if (login.length > 0) {
            jedis.auth(login[0], login[1]);
        }
        return jedis;
    }

    /** Moves a slot with up to a hundred keys from one master to another, as an operator's tool does. */
    public void move(int slot, RealRedis from, RealRedis to) {
        try (Jedis source = connect(from);
                Jedis target = connect(to)) {
            String sourceId = id(source);
            String targetId = id(target);
            target.clusterSetSlotImporting(slot, sourceId);
            source.clusterSetSlotMigrating(slot, targetId);
            for (String key : source.clusterGetKeysInSlot(slot, 100)) {
                source.migrate(to.host(), to.port(), key, 0, 5000);
            }
            target.clusterSetSlotNode(slot, targetId);
            source.clusterSetSlotNode(slot, targetId);
        }
    }

    /** Lets clients be sent to other ports than the masters' own; the nodes themselves stay with those. */
    public void announce(List<Integer> ports) {
        for (int i = 0; i < MASTERS; i++) {
            try (Jedis jedis = connect(masters.get(i))) {
                jedis.configSet("cluster-announce-port", String.valueOf(ports.get(i)));
            }
        }
        nodes().forEach(one -> Awaitility.await()
                .atMost(FORMED_WITHIN)
                .until(() -> ports.stream()
                        .allMatch(port -> ask(one, "CLUSTER", "NODES").contains(":" + port + "@"))));
    }

    /** What the cluster calls a node. */
    public static String id(Jedis node) {
        return node.clusterNodes()
                .lines()
                .filter(line -> line.contains("myself"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
    }

    /** An invitation lapses on a busy machine, so who does not know all the others yet is invited again now and then. */
    private void meet() {
        RealRedis first = masters.get(0);
        AtomicInteger looks = new AtomicInteger();
        Awaitility.await().atMost(FORMED_WITHIN).pollInterval(LOOK).untilAsserted(() -> {
            List<RealRedis> lonely =
                    nodes().stream().filter(one -> !knowsAll(one)).toList();
            if (looks.getAndIncrement() % LOOKS_PER_INVITATION == 0) {
                lonely.stream()
                        .filter(one -> !one.equals(first))
                        .forEach(one -> ask(one, "CLUSTER", "MEET", first.host(), "" + first.port()));
            }
            assertEquals(List.of(), lonely.stream().map(this::view).toList());
        });
    }

    private String view(RealRedis node) {
        return node.port() + " sees " + ask(node, "CLUSTER", "NODES");
    }

    private boolean knowsAll(RealRedis node) {
        return List.of(ask(node, "CLUSTER", "INFO").split("\r\n")).contains("cluster_known_nodes:" + nodes().size());
    }

    private void addSlots(int index) {
        String[] slots = IntStream.range(index * SLOTS / MASTERS, (index + 1) * SLOTS / MASTERS)
                .mapToObj(String::valueOf)
                .toArray(String[]::new);
        String[] command = Stream.concat(Stream.of("CLUSTER", "ADDSLOTS"), Stream.of(slots))
                .toArray(String[]::new);
        ask(masters.get(index), command);
    }

    private void await(RealRedis node, String... lines) {
        Awaitility.await()
                .atMost(FORMED_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> List.of(ask(node, "CLUSTER", "INFO").split("\r\n")).containsAll(List.of(lines)));
    }

    private String ask(RealRedis node, String... command) {
        String[] arguments = List.of(command).subList(1, command.length).toArray(String[]::new);
        try (Jedis jedis = connect(node)) {
            Object answer = jedis.sendCommand(Command.valueOf(command[0]), arguments);
            return redis.clients.jedis.BuilderFactory.STRING.build(answer);
        }
    }

    @Override
    public void close() {
        nodes().forEach(RealRedis::close);
    }
}
