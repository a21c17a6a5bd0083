package io.awsmasker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What ElastiCache has in front of Redis: TLS, users who log in with IAM tokens, and an end for each connection of a certain
 * age. Everything but that is said by the real server behind it.
 */
public final class IamDoor implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();
    private final AtomicInteger tooOld = new AtomicInteger();
    private final RealRedis redis;
    private final IamUser user;
    private final Duration oldest;
    private final NetServer listening;

    /** @param oldest after how long a connection is ended, as ElastiCache does after twelve hours */
    public IamDoor(FakeAws aws, SdkSignature signature, String user, RealRedis redis, Duration oldest) {
        this.redis = redis;
        this.user = new IamUser(vertx, aws, signature, user, redis);
        this.oldest = oldest;
        var pem = new PemKeyCertOptions()
                .setCertPath(TestPem.SHARED.certificate().toString())
                .setKeyPath(TestPem.SHARED.key().toString());
        this.listening = vertx.createNetServer(
                        new NetServerOptions().setSsl(true).setKeyCertOptions(pem))
                .connectHandler(this::relay)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    public int port() {
        return listening.actualPort();
    }

    /** How many tokens Redis has been told as passwords. */
    public int accepted() {
        return user.accepted();
    }

    /** How many of them it has been told to forget. */
    public int lapsed() {
        return user.lapsed();
    }

    /** What was shown and is no token of the user. */
    public List<String> refusals() {
        return user.refusals();
    }

    /** How many connections grew so old that they were ended. */
    public int tooOld() {
        return tooOld.get();
    }

    private void relay(NetSocket near) {
        near.pause();
        long age = vertx.setTimer(oldest.toMillis(), old -> {
            tooOld.incrementAndGet();
            near.close();
        });
        near.closeHandler(closed -> vertx.cancelTimer(age));
        client.connect(redis.port(), redis.host())
                .onSuccess(far -> {
                    near.closeHandler(closed -> {
                        vertx.cancelTimer(age);
                        far.close();
                    });
                    far.closeHandler(closed -> near.close());
                    far.handler(near::write);
                    logIn(near, far);
                    near.resume();
                })
                .onFailure(refused -> near.close());
    }

    private void logIn(NetSocket near, NetSocket far) {
        Buffer seen = Buffer.buffer();
        near.handler(bytes -> {
            seen.appendBuffer(bytes);
            RespCommand.first(seen).ifPresent(command -> {
                near.pause();
                vertx.executeBlocking(() -> shown(command), false).onComplete(done -> {
                    far.write(seen);
                    near.handler(far::write);
                    near.resume();
                });
            });
        });
    }

    /** {@code HELLO 3 AUTH user token} or {@code AUTH user token}. */
    private boolean shown(List<String> command) {
        int auth = command.stream()
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList()
                .indexOf("AUTH");
        if (auth >= 0 && command.size() > auth + 2) {
            user.shown(command.get(auth + 1), command.get(auth + 2));
        }
        return auth >= 0;
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        user.close();
    }
}
