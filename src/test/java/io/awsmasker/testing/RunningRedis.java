package io.awsmasker.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** Started servers of one kind, how the gateway reaches them, and a test's own way to look into them. */
public final class RunningRedis implements AutoCloseable {
    private final List<RealRedis> servers;
    private final List<Jedis> connections;
    private final Map<String, String> settings;

    RunningRedis(List<RealRedis> servers, Function<RealRedis, Jedis> connect, Map<String, String> settings) {
        this.servers = servers;
        this.connections = servers.stream().map(connect).toList();
        Map<String, String> patient = new HashMap<>(settings);
        patient.putIfAbsent("masker.redis.timeout", "20s");
        this.settings = Map.copyOf(patient);
    }

    /** As {@code masker.redis.*}, with a timeout that a busy machine keeps. */
    public Map<String, String> settings() {
        return settings;
    }

    /** The settings as the gateway looks them up. */
    public Optional<String> lookup(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    public List<RealRedis> servers() {
        return servers;
    }

    /** Asks for one key, wherever it is. */
    public <T> T ask(Function<Jedis, T> question) {
        JedisMovedDataException elsewhere = null;
        for (Jedis connection : connections) {
            try {
                return question.apply(connection);
            } catch (JedisMovedDataException e) {
                elsewhere = e;
            }
        }
        throw new IllegalStateException("no server has the key", elsewhere);
    }

    /** How many keys there are on all servers. */
    public long size() {
        return connections.stream().mapToLong(Jedis::dbSize).sum();
    }

    /** Removes all keys. */
    public void flush() {
        connections.forEach(Jedis::flushAll);
    }

    @Override
    public void close() {
        connections.forEach(Jedis::close);
        servers.forEach(RealRedis::close);
    }
}
