package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** The kustomizations under {@code deploy/kubernetes} as {@code kubectl} renders them; tests skip where there is none. */
final class Kustomize {
    private Kustomize() {}

    static List<JsonNode> render(String folder) throws IOException, InterruptedException {
        assumeTrue(Project.Tool.installed("kubectl"), "kubectl is not installed: overlays are not rendered");
        Project.Tool kustomize = Project.Tool.run("kubectl", "kustomize", "deploy/kubernetes/" + folder);
        assertEquals(0, kustomize.status(), kustomize.output());
        return Project.documents(kustomize.output());
    }

    /** Version and kind, as {@code apps/v1/Deployment}. */
    static String kind(JsonNode document) {
        return document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
    }

    /** The document of that kind and name; what kustomize puts behind the name of a config map does not count. */
    static JsonNode find(List<JsonNode> documents, String kind, String name) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .filter(document -> document.at("/metadata/name")
                        .asText()
                        .matches(kind.equals("ConfigMap") ? name + "-[a-z0-9]{10}" : name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }
}
