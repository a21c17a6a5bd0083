package io.awsmasker.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import redis.clients.jedis.Jedis;

/** The kinds of Redis that the gateway must work with, each made of real servers when a test asks for it. */
public enum RedisServers {
    STANDALONE,
    PASSWORD,
    ACL_USER,
    FEWEST_RIGHTS,
    TLS,
    CLUSTER,
    CLUSTER_TLS_ACL;

    private static final String PASSWORD_TEXT = "correct:horse/battery@staple 9%";
    private static final String USER = "masker";
    private static final String TOKEN = "kept-between-us-1234";
    private static final String ACL = "user " + USER + " on >" + TOKEN + " ~* &* +@all";

    /** What the README says that the user needs. */
    public static final String RIGHTS =
            "~aws:* +@read +@write +@scripting +@connection -@dangerous +info +cluster|slots";

    /** Starts it; whoever asks also closes it. */
    public RunningRedis start() {
        return switch (this) {
            case STANDALONE -> alone(RealRedis.start(), RealRedis::connect, Map.of());
            case PASSWORD ->
                alone(
                        RealRedis.start("requirepass \"" + PASSWORD_TEXT + "\""),
                        RedisServers::login,
                        Map.of("masker.redis.password", PASSWORD_TEXT));
            case ACL_USER ->
                alone(
                        RealRedis.start("requirepass \"" + PASSWORD_TEXT + "\"", ACL),
                        RedisServers::login,
                        Map.of("masker.redis.user", USER, "masker.redis.password", TOKEN));
            case FEWEST_RIGHTS ->
                alone(
                        RealRedis.start("user " + USER + " on >" + TOKEN + " " + RIGHTS),
                        RealRedis::connect,
                        Map.of("masker.redis.user", USER, "masker.redis.password", TOKEN));
            case TLS ->
                alone(
                        RealRedis.startTls(TestPem.SHARED, "requirepass \"" + PASSWORD_TEXT + "\""),
                        RedisServers::login,
                        managed("masker.redis.auth-token", PASSWORD_TEXT));
            case CLUSTER ->
                cluster(
                        RealCluster.start(false),
                        Map.of("masker.redis.type", "managed", "masker.redis.ssl-enabled", "false"));
            case CLUSTER_TLS_ACL ->
                cluster(
                        RealCluster.startTls(TestPem.SHARED, false, USER, TOKEN),
                        managed("masker.redis.user", USER, "masker.redis.auth-token", TOKEN));
        };
    }

    private static Jedis login(RealRedis server) {
        Jedis jedis = server.connect();
        jedis.auth(PASSWORD_TEXT);
        return jedis;
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
}
