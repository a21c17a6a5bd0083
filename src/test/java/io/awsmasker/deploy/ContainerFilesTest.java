package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dockerfiles and compose file: known words only, no privileges, bounds on everything. No engine is needed, and none is asked. */
class ContainerFilesTest {
    private static final Set<String> INSTRUCTIONS =
            Set.of("ARG", "FROM", "LABEL", "WORKDIR", "COPY", "USER", "EXPOSE", "STOPSIGNAL", "ENTRYPOINT", "RUN");
    private static final Set<String> SERVICE = Set.of(
            "image",
            "build",
            "restart",
            "depends_on",
            "networks",
            "read_only",
            "user",
            "cap_drop",
            "security_opt",
            "mem_limit",
            "cpus",
            "stop_grace_period",
            "logging",
            "healthcheck",
            "profiles",
            "ports",
            "environment",
            "env_file",
            "command",
            "volumes");

    @ParameterizedTest
    @ValueSource(strings = {"native", "jvm", "multistage"})
    void anImageHasNoPrivilegesAndStopsBySignal(String kind) {
        String file = Project.text("src/main/docker/Dockerfile." + kind);
        String joined = file.replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", " ");
        for (String line : joined.lines().filter(text -> !text.isBlank()).toList()) {
            assertTrue(INSTRUCTIONS.contains(line.split(" ", 2)[0]), line);
        }
        String last = joined.substring(joined.lastIndexOf("\nFROM "));
        assertTrue(last.contains("\nUSER 1001:1001\n"), last);
        assertTrue(last.contains("\nSTOPSIGNAL SIGTERM\n"), last);
        assertTrue(last.contains("\nENTRYPOINT [\""), "a shell would take the signal: " + last);
        assertTrue(last.contains("org.opencontainers.image.licenses=\"Apache-2.0\""), last);
        assertFalse(last.contains("\nRUN "), "a base without a shell can run nothing");
    }

    @Test
    void everyServiceIsBoundAndNoMemberIsUnknown() {
        JsonNode services = Deployed.composed().path("services");
        assertEquals(Set.of("gateway", "gateway-echo", "redis", "prometheus", "grafana"), names(services));
        services.properties().forEach(entry -> {
            JsonNode service = entry.getValue();
            assertTrue(SERVICE.containsAll(names(service)), entry.toString());
            for (String bound : List.of("restart", "mem_limit", "logging")) {
                assertTrue(service.has(bound), entry.getKey() + " has no " + bound);
            }
            service.path("ports").forEach(port -> {
                String published = Deployed.interpolated(port.asText());
                assertTrue(published.startsWith("127.0.0.1:"), entry.getKey() + ": " + published);
            });
        });
        for (String confined : List.of("gateway", "gateway-echo", "redis")) {
            JsonNode service = services.path(confined);
            assertTrue(service.path("read_only").asBoolean(), confined);
            assertEquals("ALL", service.at("/cap_drop/0").asText(), confined);
            assertEquals(
                    confined.equals("redis") ? "redis" : "1001:1001",
                    service.path("user").asText());
        }
        String redis = services.at("/redis/command").toString();
        assertTrue(redis.contains("noeviction") && redis.contains("appendonly yes") && redis.contains("requirepass"));
    }

    @Test
    void everySettingReachesTheGatewayAndItsHealthIsAsked() {
        JsonNode gateway = Deployed.composed().at("/services/gateway");
        assertEquals(Project.documents("{path: .env, required: false}").get(0), gateway.at("/env_file/0"));
        String check = gateway.at("/healthcheck/test").toString();
        assertTrue(check.contains("/dev/tcp/127.0.0.1/9000 ") && check.contains("GET /q/health/ready HTTP/1.0"), check);
    }

    @Test
    void prometheusAsksTheGatewayForItsMetrics() {
        JsonNode job = Project.documents(Project.text("deploy/monitoring/prometheus.yml"))
                .get(0)
                .at("/scrape_configs/0");
        assertEquals("/q/metrics", job.path("metrics_path").asText());
        assertEquals("gateway:9000", job.at("/static_configs/0/targets/0").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"monitoring/grafana/dashboards/aws-masker.json", "kubernetes/monitoring/prometheusrule.yaml"})
    void dashboardAndAlertsNameMetersThatTheProgramHas(String file) {
        String text = Project.text("deploy/" + file);
        Project.documents(text);
        String meters = Project.text("src/main/java/io/awsmasker/operations/Meters.java");
        Pattern.compile("masker_[a-z]+(?:_[a-z]+)*")
                .matcher(text)
                .results()
                .map(found -> found.group().replaceAll("(_seconds)?(_total|_bucket)$", ""))
                .forEach(meter -> assertTrue(meters.contains("\"" + meter + "\""), meter));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
