package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisMaster;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Walks over all keys of a namespace that hold strings, on every master, some hundred at a time; Redis serves others in between. */
final class KeyScan {
    private static final int KEYS_AT_A_TIME = 500;

    private final RedisLink redis;

    KeyScan(RedisLink redis) {
        this.redis = redis;
    }

    /**
     * Takes one portion after the other. A key may come twice, and one that is made meanwhile may not come at all.
     *
     * @param prefix with which the keys begin; no pattern
     * @param portion fails to stop the walk
     */
    Future<Void> each(String prefix, Function<List<String>, Future<Void>> portion) {
        return redis.masters().compose(masters -> {
            Future<Void> walked = Future.succeededFuture();
            for (RedisMaster master : masters) {
                walked = walked.compose(before -> from("0", master, prefix, portion));
            }
            return walked;
        });
    }

    private Future<Void> from(
            String cursor, RedisMaster master, String prefix, Function<List<String>, Future<Void>> portion) {
        Request scan = Request.cmd(Command.SCAN)
                .arg(cursor)
                .arg("MATCH")
                .arg(prefix + "*")
                .arg("COUNT")
                .arg(KEYS_AT_A_TIME)
                .arg("TYPE")
                .arg("string");
        return master.send(List.of(scan)).compose(answers -> {
            Response answer = answers.get(0);
            String next = answer.get(0).toString();
            List<String> keys = new ArrayList<>();
            answer.get(1).forEach(key -> keys.add(key.toString()));
            Future<Void> taken = keys.isEmpty() ? Future.succeededFuture() : portion.apply(keys);
            return taken.compose(
                    done -> next.equals("0") ? Future.succeededFuture() : from(next, master, prefix, portion));
        });
    }
}
