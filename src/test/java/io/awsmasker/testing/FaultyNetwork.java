package io.awsmasker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The network in front of a server: it can be slow, and it can go silently, so that connections stay open on this side and
 * nothing passes on them ever again.
 */
public final class FaultyNetwork implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final Set<NetSocket> connections = ConcurrentHashMap.newKeySet();
    private final Set<NetSocket> gone = ConcurrentHashMap.newKeySet();
    private final RealRedis server;
    private final NetServer listening;
    private volatile long delayMillis;
    private volatile boolean swallowing;

    private FaultyNetwork(RealRedis server) {
        this.server = server;
        this.listening = vertx.createNetServer()
                .connectHandler(this::relay)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    public static FaultyNetwork before(RealRedis server) {
        return new FaultyNetwork(server);
    }

    public int port() {
        return listening.actualPort();
    }

    /** Everything arrives this much later, each way. */
    public void delay(Duration delay) {
        delayMillis = delay.toMillis();
    }

    /** Connections that there are, and those to come, are open and silent for ever. */
    public void swallow() {
        swallowing = true;
        gone.addAll(connections);
    }

    /** New connections are good and fast; those swallowed stay so. */
    public void heal() {
        delayMillis = 0;
        swallowing = false;
    }

    private void relay(NetSocket near) {
        near.pause();
        connections.add(near);
        near.closeHandler(closed -> connections.remove(near));
        if (swallowing) {
            gone.add(near);
        }
        client.connect(server.port(), server.host())
                .onSuccess(far -> {
                    pass(near, near, far);
                    pass(near, far, near);
                    near.closeHandler(closed -> {
                        connections.remove(near);
                        far.close();
                    });
                    far.closeHandler(closed -> {
                        if (!gone.contains(near)) {
                            near.close();
                        }
                    });
                    near.resume();
                })
                .onFailure(refused -> near.close());
    }

    /** What waits goes in its order, also when the delay has changed meanwhile. */
    private void pass(NetSocket connection, NetSocket from, NetSocket to) {
        Queue<Buffer> waiting = new ArrayDeque<>();
        from.handler(bytes -> {
            if (gone.contains(connection)) {
                return;
            }
            if (delayMillis == 0 && waiting.isEmpty()) {
                to.write(bytes);
            } else {
                waiting.add(bytes);
                vertx.setTimer(Math.max(1, delayMillis), due -> to.write(waiting.remove()));
            }
        });
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
