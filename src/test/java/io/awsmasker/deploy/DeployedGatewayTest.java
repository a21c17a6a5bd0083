package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.gateway.settings.StartSettings;
import io.awsmasker.redis.RedisSettings;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every place where a manifest starts the gateway: it would start, listen where it is looked for, and drain in time. */
class DeployedGatewayTest {
    private static final int LONGEST_ON_FARGATE = 120;

    static List<Deployed> places() throws IOException, InterruptedException {
        return Deployed.all();
    }

    @ParameterizedTest
    @MethodSource("places")
    void theProgramTakesItsSettings(Deployed gateway) {
        RedisSettings redis = StartSettings.of(gateway.environment()).redis();
        boolean managed = Set.of("ecs", "cloudformation", "eks-fargate").contains(gateway.where());
        assertEquals(managed ? RedisSettings.Mode.MANAGED : RedisSettings.Mode.TRADITIONAL, redis.mode());
        assertEquals(managed, redis.cluster(), "the templates make caches that speak the cluster protocol");
        assertEquals(managed, redis.tls().isPresent());
        assertEquals(
                gateway.where().endsWith("echo") ? "echo" : "https://api.anthropic.com",
                gateway.environment().get("MASKER_UPSTREAM_URL"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void thereIsTimeToDrain(Deployed gateway) {
        StartSettings settings = StartSettings.of(gateway.environment());
        long needed = settings.shutdownDelay().plus(settings.shutdownTimeout()).toSeconds();
        assertTrue(gateway.secondsToStop() > needed, gateway.secondsToStop() + " s for " + needed);
        assertTrue(!gateway.where().matches("ecs|cloudformation") || gateway.secondsToStop() <= LONGEST_ON_FARGATE);
    }

    @ParameterizedTest
    @MethodSource("places")
    void thePortsAreTheProgramsOwn(Deployed gateway) {
        Set<Integer> ports = Set.of(port("quarkus.http.port"), port("quarkus.management.port"));
        assertEquals(gateway.where().endsWith("echo") ? Set.of(port("quarkus.http.port")) : ports, gateway.ports());
    }

    private static int port(String property) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(property) + "=(\\d+)$")
                .matcher(Project.text("src/main/resources/application.properties"));
        assertTrue(line.find(), property);
        return Integer.parseInt(line.group(1));
    }
}
