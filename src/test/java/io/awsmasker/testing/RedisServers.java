package io.awsmasker.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;

/** The kinds of Redis that the gateway must work with, each made of real servers when a test asks for it. */
public enum RedisServers {
    STANDALONE(() -> alone(RealRedis.start(), RealRedis::connect, Map.of())),
    PASSWORD(() -> alone(
            RealRedis.start("requirepass " + Secrets.PASSWORD),
            server -> Secrets.login(server.connect()),
            Map.of("masker.redis.password", Secrets.PASSWORD))),
    ACL_USER(() -> alone(
            RealRedis.start("requirepass " + Secrets.PASSWORD, Secrets.ACL),
            server -> Secrets.login(server.connect()),
            Map.of("masker.redis.user", Secrets.USER, "masker.redis.password", Secrets.TOKEN))),
    TLS(() -> alone(
            RealRedis.startTls(TestPem.SHARED, "requirepass " + Secrets.PASSWORD),
            server -> Secrets.login(server.connect()),
            managed("masker.redis.auth-token", Secrets.PASSWORD))),
    CLUSTER(() -> cluster(
            RealCluster.start(false), Map.of("masker.redis.type", "managed", "masker.redis.ssl-enabled", "false"))),
    CLUSTER_TLS_ACL(() -> cluster(
            RealCluster.startTls(TestPem.SHARED, false, Secrets.USER, Secrets.TOKEN),
            managed("masker.redis.user", Secrets.USER, "masker.redis.auth-token", Secrets.TOKEN)));

    private final Supplier<RunningRedis> start;

    RedisServers(Supplier<RunningRedis> start) {
        this.start = start;
    }

    /** Starts it; whoever asks also closes it. */
    public RunningRedis start() {
        return start.get();
    }

    private static RunningRedis alone(RealRedis server, Function<RealRedis, Jedis> connect, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("masker.redis.host", server.host());
        settings.put("masker.redis.port", String.valueOf(server.port()));
        return new RunningRedis(List.of(server), connect, settings);
    }

    private static RunningRedis cluster(RealCluster cluster, Map<String, String> more) {
        RealRedis first = cluster.masters().get(0);
        Map<String, String> settings = new HashMap<>(more);
        settings.put("masker.redis.cluster-mode", "true");
        settings.put("masker.redis.cluster-endpoint", first.host() + ":" + first.port());
        return new RunningRedis(cluster.nodes(), cluster::connect, settings);
    }

    /** What managed mode needs, with the test's own authority, and more settings as names and values in turn. */
    public static Map<String, String> managed(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "masker.redis.type",
                "managed",
                "masker.redis.ca-certificate",
                TestPem.SHARED.certificate().toString()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** A nested class, because constants of an enum cannot use its static fields. */
    private static final class Secrets {
        static final String PASSWORD = "correct:horse/battery@staple 9%";
        static final String USER = "masker";
        static final String TOKEN = "kept-between-us-1234";
        static final String ACL = "user " + USER + " on >" + TOKEN + " ~* &* +@all";

        static Jedis login(Jedis jedis) {
            jedis.auth(PASSWORD);
            return jedis;
        }
    }
}
