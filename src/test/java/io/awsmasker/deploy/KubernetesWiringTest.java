package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one manifest says about another one: names, labels and ports that no schema compares. */
class KubernetesWiringTest {
    private static final String NAME = "aws-masker";

    @ParameterizedTest
    @ValueSource(strings = {"eks-ec2", "eks-fargate"})
    void probesAskTheManagementPort(String overlay) throws Exception {
        JsonNode gateway = pod(overlay).at("/spec/containers/0");
        assertEquals("management /q/health/started", probe(gateway, "startupProbe"));
        assertEquals("management /q/health/live", probe(gateway, "livenessProbe"));
        assertEquals("management /q/health/ready", probe(gateway, "readinessProbe"));
    }

    private static String probe(JsonNode container, String name) {
        JsonNode get = container.path(name).path("httpGet");
        return get.path("port").asText() + " " + get.path("path").asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eks-ec2", "eks-fargate"})
    void theAutoscalerAndTheBudgetKeepAGatewayUp(String overlay) throws Exception {
        List<JsonNode> documents = Kustomize.render("overlays/" + overlay);
        JsonNode scaler =
                Kustomize.find(documents, "HorizontalPodAutoscaler", NAME).path("spec");
        assertEquals(
                Project.documents("{apiVersion: apps/v1, kind: Deployment, name: aws-masker}")
                        .get(0),
                scaler.path("scaleTargetRef"));
        assertTrue(scaler.path("minReplicas").asInt() >= 2, "one may be lost");
        JsonNode budget = Kustomize.find(documents, "PodDisruptionBudget", NAME).path("spec");
        assertSelected(pod(overlay), budget.at("/selector/matchLabels"));
        assertEquals(1, budget.path("maxUnavailable").asInt());
        assertFalse(budget.has("minAvailable"), "as many as the autoscaler's minimum would let no node be drained");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eks-ec2", "eks-fargate"})
    void everySelectorFindsTheGateway(String overlay) throws Exception {
        List<JsonNode> documents = Kustomize.render("overlays/" + overlay);
        JsonNode pod = pod(overlay);
        Set<String> ports = new TreeSet<>();
        pod.at("/spec/containers/0/ports")
                .forEach(port -> ports.add(port.path("name").asText()));
        for (String name : List.of(NAME, NAME + "-management")) {
            JsonNode service = Kustomize.find(documents, "Service", name).path("spec");
            assertSelected(pod, service.path("selector"));
            assertTrue(ports.contains(service.at("/ports/0/targetPort").asText()), service.toString());
        }
        JsonNode deployment = Kustomize.find(documents, "Deployment", NAME).path("spec");
        assertSelected(pod, deployment.at("/selector/matchLabels"));
        assertSelected(pod, Kustomize.find(documents, "NetworkPolicy", NAME).at("/spec/podSelector/matchLabels"));
        deployment
                .at("/template/spec/topologySpreadConstraints")
                .forEach(spread -> assertSelected(pod, spread.at("/labelSelector/matchLabels")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eks-ec2", "eks-fargate"})
    void prometheusFindsTheMetrics(String overlay) throws Exception {
        JsonNode monitor = Kustomize.find(Kustomize.render("monitoring"), "ServiceMonitor", NAME);
        JsonNode service = Kustomize.find(Kustomize.render("overlays/" + overlay), "Service", NAME + "-management");
        List<String> searched = new ArrayList<>();
        monitor.at("/spec/namespaceSelector/matchNames").forEach(name -> searched.add(name.asText()));
        assertTrue(searched.contains(service.at("/metadata/namespace").asText()), searched.toString());
        assertContains(service.at("/metadata/labels"), monitor.at("/spec/selector/matchLabels"));
        JsonNode endpoint = monitor.at("/spec/endpoints/0");
        assertEquals(service.at("/spec/ports/0/name"), endpoint.path("port"));
        assertEquals("/q/metrics", endpoint.path("path").asText());
    }

    /** Out go DNS, Claude, and Redis by whichever ports it has, each to its own peers and nothing else. */
    @ParameterizedTest
    @CsvSource({"eks-ec2, app.kubernetes.io/name=aws-masker-redis 6379", "eks-fargate, 10.0.0.0/16 6379 6380 443"})
    void theGatewayMayReachNothingElse(String overlay, String redis) throws Exception {
        List<String> rules = new ArrayList<>();
        Kustomize.find(Kustomize.render("overlays/" + overlay), "NetworkPolicy", NAME)
                .at("/spec/egress")
                .forEach(rule -> rules.add(text(rule)));
        assertEquals(
                List.of(
                        "kubernetes.io/metadata.name=kube-system k8s-app=kube-dns 53 UDP 53 TCP",
                        "160.79.104.0/23 2607:6bc0::/48 443",
                        redis),
                rules);
    }

    @Test
    void redisListensWhereTheGatewayConnects() throws Exception {
        List<JsonNode> documents = Kustomize.render("overlays/eks-ec2");
        JsonNode redis = Kustomize.find(documents, "StatefulSet", NAME + "-redis");
        JsonNode container = redis.at("/spec/template/spec/containers/0");
        JsonNode settings = Kustomize.find(documents, "ConfigMap", NAME).path("data");
        JsonNode service = Kustomize.find(
                documents, "Service", settings.path("MASKER_REDIS_HOST").asText());
        assertEquals(6379, container.at("/ports/0/containerPort").asInt());
        assertEquals(
                settings.path("MASKER_REDIS_PORT").asText(),
                service.at("/spec/ports/0/port").asText());
        assertSelected(redis.at("/spec/template"), service.at("/spec/selector"));
        assertEquals(
                container.at("/env/0/valueFrom"),
                Project.named(pod("eks-ec2").at("/spec/containers/0/env"), "MASKER_REDIS_PASSWORD")
                        .path("valueFrom"));
        assertTrue(container.path("args").toString().contains("--maxmemory-policy noeviction"));
    }

    /** Its pod is always ready and serves nobody: behind a service it would swallow requests. */
    @Test
    void theMigrationReachesRedisAndIsBehindNoService() throws Exception {
        List<JsonNode> gateway = Kustomize.render("overlays/eks-ec2");
        List<JsonNode> migration = Kustomize.render("migration");
        JsonNode pod = Kustomize.find(migration, "Job", NAME + "-migration").at("/spec/template");
        for (JsonNode document : gateway) {
            if (document.path("kind").asText().equals("Service")) {
                assertNotEquals(document.at("/spec/selector"), pod.at("/metadata/labels"));
            }
        }
        JsonNode policy = Kustomize.find(migration, "NetworkPolicy", NAME + "-redis-migration");
        JsonNode redis = Kustomize.find(gateway, "StatefulSet", NAME + "-redis");
        assertEquals(redis.at("/metadata/namespace"), policy.at("/metadata/namespace"));
        assertSelected(redis.at("/spec/template"), policy.at("/spec/podSelector/matchLabels"));
        assertSelected(pod, policy.at("/spec/ingress/0/from/0/podSelector/matchLabels"));
        JsonNode own = Kustomize.find(migration, "NetworkPolicy", NAME + "-migration");
        assertSelected(pod, own.at("/spec/podSelector/matchLabels"));
        assertSelected(redis.at("/spec/template"), own.at("/spec/egress/1/to/0/podSelector/matchLabels"));
    }

    /** Peers and ports of a rule in one line. */
    private static String text(JsonNode rule) {
        StringBuilder text = new StringBuilder();
        for (JsonNode peer : rule.path("to")) {
            for (String selector : List.of("namespaceSelector", "podSelector")) {
                peer.path(selector)
                        .path("matchLabels")
                        .properties()
                        .forEach(label -> text.append(label.getKey())
                                .append('=')
                                .append(label.getValue().asText())
                                .append(' '));
            }
            text.append(peer.at("/ipBlock/cidr").asText()).append(' ');
        }
        for (JsonNode port : rule.path("ports")) {
            text.append(port.path("port").asText())
                    .append(' ')
                    .append(port.path("protocol").asText())
                    .append(' ');
        }
        return text.toString().replaceAll(" +", " ").strip();
    }

    private static JsonNode pod(String overlay) throws IOException, InterruptedException {
        return Kustomize.find(Kustomize.render("overlays/" + overlay), "Deployment", NAME)
                .at("/spec/template");
    }

    private static void assertSelected(JsonNode pod, JsonNode selector) {
        assertContains(pod.at("/metadata/labels"), selector);
    }

    private static void assertContains(JsonNode labels, JsonNode selector) {
        assertFalse(selector.isEmpty(), "nothing is selected");
        selector.properties()
                .forEach(label -> assertEquals(label.getValue(), labels.path(label.getKey()), label.getKey()));
    }
}
