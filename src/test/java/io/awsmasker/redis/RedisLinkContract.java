package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.RunningRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the link promises whatever the kind of Redis behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisLinkContract {
    private final Vertx vertx = Vertx.vertx();
    private final RunningRedis servers;
    private final RedisLink link;

    RedisLinkContract(RedisServers kind) {
        servers = kind.start();
        link = new RedisLink(vertx, RedisSettings.from(servers::lookup));
    }

    @AfterAll
    void close() {
        link.close();
        vertx.close();
        servers.close();
    }

    @Test
    void answersComeInTheOrderOfTheRequestsWhateverTheServer() {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            requests.add(Request.cmd(Command.SET).arg("key:" + i).arg("value " + i));
            requests.add(Request.cmd(Command.GET).arg("key:" + i));
            requests.add(Request.cmd(Command.GET).arg("absent:" + i));
        }
        List<Response> answers = Awaited.of(link.send(requests));
        for (int i = 0; i < 300; i++) {
            assertEquals("value " + i, answers.get(3 * i + 1).toString());
            assertNull(answers.get(3 * i + 2));
        }
    }

    @Test
    void everyMasterIsAsked() {
        assertEquals(servers.servers().size(), Awaited.of(link.masters()).size());
        List<Response> answers =
                fromEachMaster(Request.cmd(Command.CONFIG).arg("GET").arg("maxmemory-policy"));
        assertEquals(servers.servers().size(), answers.size());
        answers.forEach(answer ->
                assertEquals("noeviction", answer.get("maxmemory-policy").toString()));
    }

    private List<Response> fromEachMaster(Request request) {
        return Awaited.of(link.masters()).stream()
                .map(master -> Awaited.of(master.send(List.of(request))).get(0))
                .toList();
    }

    @Test
    void eachMasterHasAKey() {
        List<String> keys = Awaited.of(link.keyOnEachMaster("everywhere"));
        assertEquals(servers.servers().size(), keys.size());
        Awaited.of(link.send(keys.stream()
                .map(key -> Request.cmd(Command.SET).arg(key).arg("v"))
                .toList()));
        Request size = Request.cmd(Command.KEYS).arg("everywhere*");
        fromEachMaster(size).forEach(found -> assertEquals(1, found.size()));
    }

    @Test
    void keysOfSeveralSlotsInOneRequestAreRefusedInACluster() {
        Request request = Request.cmd(Command.MGET).arg("a").arg("b").arg("c");
        if (link.cluster()) {
            assertThrows(IllegalArgumentException.class, () -> link.send(List.of(request)));
        } else {
            assertEquals(3, Awaited.of(link.send(List.of(request))).get(0).size());
        }
    }

    @Test
    void aServersErrorFailsTheCallAndTheConnectionStaysGood() {
        Request set = Request.cmd(Command.SET).arg("text").arg("x");
        Request wrong = Request.cmd(Command.INCR).arg("text");
        assertEquals(
                "Redis answered with an error",
                Awaited.fault(link.send(List.of(set, wrong, set))).getMessage());
        assertTrue(Awaited.of(link.send(List.of(set))).get(0).toString().equals("OK"));
    }

    /** What could be sent at once is sent again, and its answers stay in order. */
    @Test
    void anErrorAmongWhatMayBeRepeatedFailsTheCallAfterTheOthersTookEffect() {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            requests.add(Request.cmd(Command.SET).arg("repeated:" + i).arg(i));
        }
        requests.add(
                25,
                Request.cmd(Command.EVAL)
                        .arg("return redis.call('INCR', KEYS[1], 1)")
                        .arg(1)
                        .arg("repeated:25"));
        assertEquals(
                "Redis answered with an error",
                Awaited.fault(link.send(requests)).getMessage());
        List<Request> gets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            gets.add(Request.cmd(Command.GET).arg("repeated:" + i));
        }
        List<Response> answers = Awaited.of(link.send(gets));
        for (int i = 0; i < 50; i++) {
            assertEquals("" + i, answers.get(i).toString());
        }
    }
}
