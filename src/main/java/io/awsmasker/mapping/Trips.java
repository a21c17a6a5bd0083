package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets many values go their ways to an answer in step: what all of them ask is sent together, and only when each has its
 * answer the next trip begins. So the code of one value reads as if it were alone, and a call costs as many round trips
 * as the longest of the ways has steps.
 */
final class Trips {
    private static final int PARTS_PER_TRIP = 16;

    private final RedisLink redis;
    private final List<Request> asked = new ArrayList<>();
    private final List<Promise<@Nullable Response>> waiting = new ArrayList<>();
    private final Map<String, List<Promise<Long>>> numbers = new LinkedHashMap<>();
    private final List<Promise<Void>> pauses = new ArrayList<>();

    private int made;

    Trips(RedisLink redis) {
        this.redis = redis;
    }

    /** The answer to a request that goes with the next trip, null for nil; requests for one key keep their order. */
    Future<@Nullable Response> ask(Request request) {
        Promise<@Nullable Response> answer = Promise.promise();
        asked.add(request);
        waiting.add(answer);
        return answer.future();
    }

    /** A number that the counter gives out in the next trip; one increment serves all that ask the same counter. */
    Future<Long> number(String counter) {
        Promise<Long> number = Promise.promise();
        numbers.computeIfAbsent(counter, first -> new ArrayList<>()).add(number);
        return number.future();
    }

    /** Completes after the answers of the next trip; there is no trip if nobody asks. */
    Future<Void> next() {
        Promise<Void> pause = Promise.promise();
        pauses.add(pause);
        return pause.future();
    }

    /** How many round trips there have been. */
    int made() {
        return made;
    }

    /** Goes until nothing is asked any more. */
    Future<Void> run() {
        numbers.forEach((counter, takers) -> ask(Request.cmd(Command.INCRBY)
                        .arg(counter)
                        .arg(takers.size()))
                .onSuccess(last -> give(takers, last == null ? 0 : last.toLong())));
        numbers.clear();
        if (asked.isEmpty() && pauses.isEmpty()) {
            return Future.succeededFuture();
        }
        List<Request> requests = List.copyOf(asked);
        List<Promise<@Nullable Response>> takers = List.copyOf(waiting);
        List<Promise<Void>> paused = List.copyOf(pauses);
        asked.clear();
        waiting.clear();
        pauses.clear();
        return send(requests).compose(answers -> {
            for (int i = 0; i < takers.size(); i++) {
                takers.get(i).complete(answers.get(i));
            }
            paused.forEach(Promise::complete);
            return run();
        });
    }

    private static void give(List<Promise<Long>> takers, long last) {
        for (int i = 0; i < takers.size(); i++) {
            takers.get(i).complete(last - takers.size() + 1 + i);
        }
    }

    /** Up to 16,384 requests are under way at once, each part on a connection of its own. */
    private Future<List<@Nullable Response>> send(List<Request> requests) {
        Future<List<@Nullable Response>> all = Future.succeededFuture(new ArrayList<>(requests.size()));
        for (List<Request> trip : Parts.of(requests, RedisLink.MAX_REQUESTS * PARTS_PER_TRIP)) {
            all = all.compose(before -> {
                made++;
                List<Future<List<Response>>> parts = Parts.of(trip, RedisLink.MAX_REQUESTS).stream()
                        .map(redis::send)
                        .toList();
                return Future.join(parts).map(done -> {
                    parts.forEach(part -> before.addAll(part.result()));
                    return before;
                });
            });
        }
        return all;
    }
}
