package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** The contract over each kind of Redis. */
class RedisLinkTest {
    @Test
    void everyConnectionUsesItsDatabase() {
        try (RealRedis server = RealRedis.start();
                Jedis jedis = server.connect()) {
            Vertx vertx = Vertx.vertx();
            Map<String, String> settings = Map.of(
                    "masker.redis.port", "" + server.port(),
                    "masker.redis.timeout", "20s",
                    "masker.redis.database", "5");
            try (RedisLink link =
                    new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(settings.get(name))))) {
                Awaited.of(Future.all(IntStream.range(0, 20)
                        .mapToObj(i -> link.send(
                                List.of(Request.cmd(Command.SET).arg("key:" + i).arg(i))))
                        .toList()));
                assertEquals(0, jedis.dbSize());
                jedis.select(5);
                assertEquals(20, jedis.dbSize());
            } finally {
                vertx.close();
            }
        }
    }

    @Nested
    class Standalone extends RedisLinkContract {
        Standalone() {
            super(RedisServers.STANDALONE);
        }
    }

    @Nested
    class Password extends RedisLinkContract {
        Password() {
            super(RedisServers.PASSWORD);
        }
    }

    @Nested
    class AclUser extends RedisLinkContract {
        AclUser() {
            super(RedisServers.ACL_USER);
        }
    }

    @Nested
    class Tls extends RedisLinkContract {
        Tls() {
            super(RedisServers.TLS);
        }
    }

    @Nested
    class Cluster extends RedisLinkContract {
        Cluster() {
            super(RedisServers.CLUSTER);
        }
    }

    @Nested
    class ClusterWithTlsAndAcl extends RedisLinkContract {
        ClusterWithTlsAndAcl() {
            super(RedisServers.CLUSTER_TLS_ACL);
        }
    }
}
