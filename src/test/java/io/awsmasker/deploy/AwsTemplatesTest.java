package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates by cfn-lint with AWS' schemas, where it is installed; and what schemas do not know: what the gateway needs. */
class AwsTemplatesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\b([A-Z][A-Za-z]+)=");
    private static final Pattern REFERENCE = Pattern.compile("!(?:Ref|GetAtt) ([A-Za-z:]+)|\\$\\{([A-Za-z:]+)");

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

    @ParameterizedTest
    @ValueSource(strings = {"ecs-service", "elasticache-replication-group"})
    void theGuideGivesEachTemplateWhatItAsksFor(String template) {
        Set<String> given = new TreeSet<>();
        Matcher command = Pattern.compile(template + "\\.yaml(?:[^\n]*\\\\\n)+[^\n]*")
                .matcher(Project.text("deploy/cloudformation/README.md"));
        assertTrue(command.find());
        PARAMETER.matcher(command.group()).results().forEach(found -> given.add(found.group(1)));
        Set<String> asked = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        Project.documents(Project.text("deploy/cloudformation/" + template + ".yaml"))
                .get(0)
                .path("Parameters")
                .properties()
                .forEach(parameter -> {
                    known.add(parameter.getKey());
                    if (!parameter.getValue().has("Default")) {
                        asked.add(parameter.getKey());
                    }
                });
        assertEquals(Set.of(), without(given, known));
        assertEquals(Set.of(), without(asked, given));
    }

    /** By a real shell, which ends at a variable that is not set; what it calls does nothing here. */
    @Test
    void theGuideSetsWhatItUses() throws Exception {
        Matcher block = Pattern.compile("(?s)```sh\n(.*?)```").matcher(Project.text("deploy/cloudformation/README.md"));
        assertTrue(block.find());
        String calls = "aws() { echo x; }; docker() { :; }; openssl() { :; }; ANTHROPIC_API_KEY=k\n";
        Project.Tool shell = Project.Tool.run("sh", "-euc", calls + block.group(1));
        assertEquals(0, shell.status(), shell.output());
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    @Test
    void templatesFitTheSchemasOfAws() throws Exception {
        assumeTrue(Project.Tool.installed("cfn-lint"), "cfn-lint is not installed: AWS' schemas are not asked");
        List<String> command = new ArrayList<>(List.of("cfn-lint", "--"));
        command.addAll(Project.files("deploy/cloudformation", ".yaml"));
        Project.Tool lint = Project.Tool.run(command.toArray(String[]::new));
        assertEquals(0, lint.status(), lint.output());
    }

    @Test
    void tasksAreConfinedAndHaveTheirSecretsFromSecretsManager() {
        JsonNode task = Project.documents(Project.text("deploy/ecs/task-definition.json"))
                .get(0)
                .at("/containerDefinitions/0");
        assertTrue(task.path("readonlyRootFilesystem").asBoolean());
        assertEquals("1001:1001", task.path("user").asText());
        assertEquals("ALL", task.at("/linuxParameters/capabilities/drop/0").asText());
        for (JsonNode secret : task.path("secrets")) {
            assertTrue(secret.path("valueFrom").asText().startsWith("arn:aws:secretsmanager:"), secret.toString());
        }
        for (JsonNode plain : task.path("environment")) {
            assertFalse(
                    plain.path("name").asText().matches(".*(?:PASSWORD|TOKEN|API_KEY|ENCRYPTION_KEY)"),
                    plain.toString());
        }
        JsonNode inStack = service("TaskDefinition").at("/ContainerDefinitions/0");
        assertTrue(inStack.path("ReadonlyRootFilesystem").asBoolean());
        assertEquals(task.path("user"), inStack.path("User"));
        assertEquals("ALL", inStack.at("/LinuxParameters/Capabilities/Drop/0").asText());
        assertEquals(
                Set.copyOf(task.path("secrets").findValuesAsText("name")),
                Set.copyOf(inStack.path("Secrets").findValuesAsText("Name")));
    }

    /** Readiness would make ECS replace tasks while Redis is away, and cut their streams. */
    @Test
    void theLoadBalancerChecksLiveness() {
        JsonNode group =
                Project.documents(Project.text("deploy/ecs/target-group.json")).get(0);
        JsonNode inStack = service("TargetGroup");
        for (String member : List.of("Port", "HealthCheckPort", "HealthCheckPath", "TargetType", "Protocol")) {
            assertEquals(group.path(member), inStack.path(member), member);
        }
        assertEquals("/q/health/live", group.path("HealthCheckPath").asText());
        assertEquals("9000", group.path("HealthCheckPort").asText());
        assertEquals(8080, group.path("Port").asInt());
    }

    @Test
    void theLoadBalancerReachesTheGateways() {
        Map.of("RequestsFromLoadBalancer", 8080, "HealthChecksFromLoadBalancer", 9000)
                .forEach((name, port) -> {
                    JsonNode rule = service(name);
                    assertEquals("GatewaySecurityGroupId", rule.path("GroupId").asText());
                    assertEquals(
                            "LoadBalancerSecurityGroup",
                            rule.path("SourceSecurityGroupId").asText());
                    assertEquals(port, rule.path("FromPort").asInt());
                    assertEquals(port, rule.path("ToPort").asInt());
                });
        assertFalse(service("Service").has("DesiredCount"), "an update would undo the scaling");
    }

    /** Only the token of ECR is not a resource that could be named. */
    @Test
    void rolesNameTheirResources() {
        for (String role : List.of("ExecutionRole", "TaskRole")) {
            for (JsonNode statement : service(role).at("/Policies/0/PolicyDocument/Statement")) {
                boolean token = statement.path("Action").asText().equals("ecr:GetAuthorizationToken");
                assertEquals(token, statement.path("Resource").toString().contains("\"*\""), statement.toString());
            }
        }
    }

    private static JsonNode service(String resource) {
        return Project.documents(Project.text("deploy/cloudformation/ecs-service.yaml"))
                .get(0)
                .path("Resources")
                .path(resource)
                .path("Properties");
    }
}
