package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The ECS documents by the AWS command line's own models, the templates by cfn-lint with AWS' schemas, where these are
 * installed; and in any case what can be checked without them.
 */
class AwsTemplatesTest {
    private static final Pattern REFERENCE = Pattern.compile("!(?:Ref|GetAtt) ([A-Za-z:]+)|\\$\\{([A-Za-z:]+)");

    @ParameterizedTest
    @CsvSource({
        "ecs, register-task-definition, task-definition",
        "ecs, create-service, service",
        "application-autoscaling, register-scalable-target, scalable-target",
        "application-autoscaling, put-scaling-policy, scaling-policy"
    })
    void anEcsDocumentFitsItsCall(String service, String call, String file) throws Exception {
        String path = "deploy/ecs/" + file + ".json";
        assertFalse(Project.documents(Project.text(path)).isEmpty());
        assumeTrue(Project.Tool.installed("aws"), "the AWS command line is not installed: models are not asked");
        Project.Tool checked = Project.Tool.run(
                "aws", service, call, "--cli-input-json", "file://" + path, "--generate-cli-skeleton", "output");
        // The skeleton of create-service breaks on its own sample values, after the input was checked.
        assertFalse(checked.output().matches("(?s).*(?:Unknown|Missing|Invalid type).*parameter.*"), checked.output());
    }

    @Test
    void theTaskIsConfinedAndHasItsSecretsFromSecretsManager() {
        JsonNode gateway = Project.documents(Project.text("deploy/ecs/task-definition.json"))
                .get(0)
                .path("containerDefinitions")
                .path(0);
        assertTrue(gateway.path("readonlyRootFilesystem").asBoolean());
        assertEquals("1001:1001", gateway.path("user").asText());
        assertTrue(gateway.path("stopTimeout").asInt() <= 120);
        for (JsonNode secret : gateway.path("secrets")) {
            assertTrue(secret.path("valueFrom").asText().startsWith("arn:aws:secretsmanager:"), secret.toString());
        }
        for (JsonNode plain : gateway.path("environment")) {
            assertFalse(
                    plain.path("name").asText().matches(".*(?:PASSWORD|TOKEN|API_KEY|ENCRYPTION_KEY)"),
                    plain.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs-service", "elasticache-replication-group", "elasticache-serverless"})
    void aTemplateRefersOnlyToWhatItHas(String template) {
        String text = Project.text("deploy/cloudformation/" + template + ".yaml");
        JsonNode document = Project.documents(text).get(0);
        Set<String> known = new TreeSet<>();
        document.path("Parameters").fieldNames().forEachRemaining(known::add);
        document.path("Resources").fieldNames().forEachRemaining(known::add);
        List<String> missing = new ArrayList<>();
        REFERENCE.matcher(text).results().forEach(found -> {
            String name = found.group(1) != null ? found.group(1) : found.group(2);
            if (!name.startsWith("AWS::") && !known.contains(name)) {
                missing.add(name);
            }
        });
        assertEquals(List.of(), missing);
    }

    @Test
    void templatesFitTheSchemasOfAws() throws Exception {
        assumeTrue(Project.Tool.installed("cfn-lint"), "cfn-lint is not installed: AWS' schemas are not asked");
        List<String> command = new ArrayList<>(List.of("cfn-lint", "--"));
        command.addAll(Project.files("deploy/cloudformation", ".yaml"));
        Project.Tool lint = Project.Tool.run(command.toArray(String[]::new));
        assertEquals(0, lint.status(), lint.output());
    }
}
