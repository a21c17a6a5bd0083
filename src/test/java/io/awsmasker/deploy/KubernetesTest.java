package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The overlays as {@code kubectl kustomize} renders them, parsed by the models with every unknown field a fault. */
class KubernetesTest {
    private static final Map<String, Class<? extends HasMetadata>> MODELS = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/ServiceAccount", ServiceAccount.class,
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "batch/v1/Job", Job.class,
            "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    /** Kinds of operators, for which there is no model here: only the names directly under spec are checked. */
    private static final Map<String, Set<String>> SPECS = Map.of(
            "monitoring.coreos.com/v1/ServiceMonitor", Set.of("namespaceSelector", "selector", "endpoints"),
            "monitoring.coreos.com/v1/PrometheusRule", Set.of("groups"),
            "vpcresources.k8s.aws/v1beta1/SecurityGroupPolicy", Set.of("podSelector", "securityGroups"));

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            })
            .build();

    /** The phases of a migration stand beside each other: neither may replace what the other one made. */
    @Test
    void theOverlaysShareNoNamespace() throws Exception {
        Set<String> onEc2 = namespaces("overlays/eks-ec2");
        Set<String> onFargate = namespaces("overlays/eks-fargate");
        assertEquals(1, onEc2.size(), onEc2.toString());
        assertEquals(1, onFargate.size(), onFargate.toString());
        assertNotEquals(onEc2, onFargate);
    }

    private static Set<String> namespaces(String folder) throws Exception {
        Set<String> namespaces = new TreeSet<>();
        for (JsonNode document : Kustomize.render(folder)) {
            boolean namespace = document.path("kind").asText().equals("Namespace");
            namespaces.add(document.at(namespace ? "/metadata/name" : "/metadata/namespace")
                    .asText());
        }
        return namespaces;
    }

    @ParameterizedTest
    @CsvSource({
        "overlays/eks-ec2, Deployment PodDisruptionBudget HorizontalPodAutoscaler NetworkPolicy ServiceAccount StatefulSet",
        "overlays/eks-fargate, Deployment PodDisruptionBudget HorizontalPodAutoscaler NetworkPolicy SecurityGroupPolicy",
        "migration, Job NetworkPolicy",
        "monitoring, ServiceMonitor PrometheusRule"
    })
    void aKustomizationRendersAndParsesStrictly(String folder, String expected) throws Exception {
        Set<String> kinds = new TreeSet<>();
        for (JsonNode document : Kustomize.render(folder)) {
            String kind = Kustomize.kind(document);
            kinds.add(document.path("kind").asText());
            if (SPECS.containsKey(kind)) {
                Set<String> members = new TreeSet<>();
                document.path("spec").fieldNames().forEachRemaining(members::add);
                assertEquals(SPECS.get(kind), members);
            } else {
                assertTrue(MODELS.containsKey(kind), "no model for " + kind);
                STRICT.treeToValue(document, MODELS.get(kind));
            }
        }
        assertTrue(kinds.containsAll(Set.of(expected.split(" "))), kinds.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/eks-ec2", "overlays/eks-fargate", "migration"})
    void everyPodIsConfined(String folder) throws Exception {
        for (JsonNode document : Kustomize.render(folder)) {
            switch (Kustomize.kind(document)) {
                case "apps/v1/Deployment" ->
                    confined(STRICT.treeToValue(document, Deployment.class)
                            .getSpec()
                            .getTemplate()
                            .getSpec());
                case "apps/v1/StatefulSet" ->
                    confined(STRICT.treeToValue(document, StatefulSet.class)
                            .getSpec()
                            .getTemplate()
                            .getSpec());
                case "batch/v1/Job" ->
                    confined(STRICT.treeToValue(document, Job.class)
                            .getSpec()
                            .getTemplate()
                            .getSpec());
                default -> {}
            }
        }
    }

    @Test
    void anUnknownFieldIsAFault() {
        JsonNode wrong = Project.documents("{apiVersion: v1, kind: Service, metadata: {name: x}, spec: {porst: []}}")
                .get(0);
        org.junit.jupiter.api.Assertions.assertThrows(
                com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException.class,
                () -> STRICT.treeToValue(wrong, Service.class));
    }

    /** What the pod security standard "restricted" asks for, and a read-only file system. */
    private static void confined(PodSpec pod) {
        assertTrue(pod.getSecurityContext().getRunAsNonRoot());
        assertEquals(
                "RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
        for (Container container : pod.getContainers()) {
            assertEquals(false, container.getSecurityContext().getAllowPrivilegeEscalation());
            assertEquals(true, container.getSecurityContext().getReadOnlyRootFilesystem());
            assertEquals(
                    List.of("ALL"),
                    container.getSecurityContext().getCapabilities().getDrop());
            assertTrue(container.getResources().getLimits().containsKey("memory"));
        }
    }
}
