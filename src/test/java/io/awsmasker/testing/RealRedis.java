package io.awsmasker.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;

/**
 * A real {@code redis-server} on a free port of the loopback interface, that tests may kill, freeze and restart. It keeps
 * everything in memory unless its extra configuration says otherwise.
 */
public final class RealRedis implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(20);
    private static final int PORTS_TO_TRY = 5;

    /** Any answer but LOADING shows that it serves, also a refusal for want of a password or of a master. */
    private static final String[] SERVES = {"+PONG", "-NOAU", "-DENI", "-MAST"};

    private static final int LAST_PORT_WITH_A_BUS = 55_535;
    private static final int BUS_OFFSET = 10_000;

    private final int port;
    private final String nodesFile = "nodes-" + UUID.randomUUID() + ".conf";
    private final String configuration;
    private final boolean tls;
    private final @Nullable SmallDisk disk;
    private Process process;

    private RealRedis(int port, boolean tls, @Nullable SmallDisk disk, String configuration) throws IOException {
        this.port = port;
        this.tls = tls;
        this.disk = disk;
        this.configuration = configuration;
        this.process = launch(SERVES);
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param lines of {@code redis.conf}, as {@code requirepass secret}; a later line wins
     */
    public static RealRedis start(String... lines) {
        return start(false, null, lines);
    }

    /** As {@link #start}, with the disk as its directory. */
    public static RealRedis startOn(SmallDisk disk, String... lines) {
        return start(
                false,
                disk,
                Stream.of(new String[] {"dir " + disk.mountPoint()}, lines)
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    /** As {@link #start}, on a port that speaks TLS only. */
    public static RealRedis startTls(TestPem pem, String... lines) {
        return start(
                true,
                null,
                Stream.of(pem.configuration(), lines).flatMap(Stream::of).toArray(String[]::new));
    }

    private static RealRedis start(boolean tls, @Nullable SmallDisk disk, String... lines) {
        String configuration = "bind 127.0.0.1\nsave \"\"\nappendonly no\n" + String.join("\n", lines) + "\n";
        for (int attempt = 1; ; attempt++) {
            try {
                return new RealRedis(freePort(), tls, disk, configuration);
            } catch (IOException e) {
                if (attempt == PORTS_TO_TRY) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    /** A connection for a test's own commands; with TLS it trusts anybody. */
    public Jedis connect() {
        return tls ? TrustingTls.connect(host(), port) : new Jedis(host(), port);
    }

    /** SIGKILL, and waits for the end. Everything in memory is lost. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGTERM, and waits for the end. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** SIGSTOP: connections stay open, and new ones are accepted, but nothing is answered. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT. */
    public void thaw() {
        signal("CONT");
    }

    /** Kills the server if it runs, and starts it again on the same port. */
    public void restart() {
        kill();
        try {
            process = launch(SERVES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #restart}, but returns when the server says that it is loading; its configuration must make that slow. */
    public void restartLoading() {
        kill();
        try {
            process = launch("-LOAD");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the server no room on its small disk. */
    public void fillDisk() {
        onDisk().fill(process.pid());
    }

    /** Gives the server room on its small disk again. */
    public void clearDisk() {
        onDisk().clear(process.pid());
    }

    private SmallDisk onDisk() {
        if (disk == null) {
            throw new IllegalStateException("this server has no disk of its own");
        }
        return disk;
    }

    @Override
    public void close() {
        kill();
    }

    /**
     * The configuration goes through standard input, so that a password stands in no file and no process list. The file of
     * the nodes outlives a restart, but no later server on the same port may read it and join a cluster that is gone.
     */
    private Process launch(String... answers) throws IOException {
        String program = RealRedisProgram.path();
        Process started = new ProcessBuilder(disk == null ? List.of(program, "-") : disk.mounted(program))
                .directory(RealRedisProgram.workingDirectory())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        try (var input = started.getOutputStream()) {
            String listen = tls ? "port 0\ntls-port " + port : "port " + port;
            String nodes = "\ncluster-config-file " + nodesFile + "\n";
            input.write((configuration + listen + nodes).getBytes(UTF_8));
        }
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!List.of(answers).contains(answer())) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                started.destroyForcibly();
                throw new IOException("redis-server did not start on port " + port);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return started;
    }

    /** The beginning of what it says to a word; empty when it says nothing. */
    private String answer() {
        try (var socket = tls ? TrustingTls.socket() : new Socket()) {
            socket.connect(new InetSocketAddress(host(), port), 1000);
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(UTF_8));
            return new String(socket.getInputStream().readNBytes(5), UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        while (true) {
            try (var socket = new ServerSocket(0)) {
                if (socket.getLocalPort() <= LAST_PORT_WITH_A_BUS && isFree(socket.getLocalPort() + BUS_OFFSET)) {
                    return socket.getLocalPort();
                }
            }
        }
    }

    /** The nodes of a cluster talk to each other on a second port. */
    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
