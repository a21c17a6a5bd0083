package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.awsmasker.redis.RedisLink;
import io.awsmasker.redis.RedisSettings;
import io.awsmasker.testing.RealRedis;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the users that the templates make may ask the cache, beside what {@code TemplateUserIT} sees them do. */
class TemplateAccessTest {
    private static final String TOKEN = "a-token-of-a-test-0123";

    @ParameterizedTest
    @ValueSource(strings = {"elasticache-replication-group", "elasticache-serverless"})
    void noUserMayAskWhatElastiCacheDoesNotHave(String template) {
        assertFalse(access(template).contains("config"), "ElastiCache has no CONFIG");
    }

    /** The gateway only warns of a server that forbids the question, so that the user must be allowed to ask. */
    @Test
    void aCacheOfNodesThatEvictsIsFound() throws Exception {
        String access = access("elasticache-replication-group");
        Vertx vertx = Vertx.vertx();
        try (RealRedis server =
                RealRedis.start("maxmemory-policy allkeys-lru", "user masker " + access + " >" + TOKEN)) {
            Map<String, String> settings = Map.of(
                    "masker.redis.host",
                    server.host(),
                    "masker.redis.port",
                    "" + server.port(),
                    "masker.redis.user",
                    "masker",
                    "masker.redis.password",
                    TOKEN,
                    "masker.redis.timeout",
                    "20s");
            try (RedisLink link =
                    new RedisLink(vertx, RedisSettings.from(name -> Optional.ofNullable(settings.get(name))))) {
                assertEquals(
                        "allkeys-lru",
                        link.evictionPolicy()
                                .toCompletionStage()
                                .toCompletableFuture()
                                .get(20, TimeUnit.SECONDS));
            }
        } finally {
            vertx.close();
        }
    }

    private static String access(String template) {
        return Project.documents(Project.text("deploy/cloudformation/" + template + ".yaml"))
                .get(0)
                .at("/Resources/User/Properties/AccessString")
                .asText();
    }
}
