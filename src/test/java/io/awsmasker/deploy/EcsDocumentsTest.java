package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The documents for the AWS command line: each fits its call by the models of botocore, and they fit each other. */
class EcsDocumentsTest {
    private static final Map<String, String> CALLS = Map.of(
            "task-definition", "ecs RegisterTaskDefinition",
            "service", "ecs CreateService",
            "target-group", "elbv2 CreateTargetGroup",
            "target-group-attributes", "elbv2 ModifyTargetGroupAttributes",
            "scalable-target", "application-autoscaling RegisterScalableTarget",
            "scaling-policy-cpu", "application-autoscaling PutScalingPolicy",
            "scaling-policy-requests", "application-autoscaling PutScalingPolicy");

    @Test
    void documentsFitTheirCalls() throws Exception {
        assumeTrue(
                Project.Tool.installed("python3")
                        && Project.Tool.run("python3", "-c", "import botocore").status() == 0,
                "python3 with botocore is not installed: AWS' models are not asked");
        List<String> command = new ArrayList<>(List.of("python3", "src/test/resources/deploy/validate.py"));
        CALLS.forEach((file, call) -> {
            command.addAll(List.of(call.split(" ", 2)));
            command.add("deploy/ecs/" + file + ".json");
        });
        Project.Tool checked = Project.Tool.run(command.toArray(String[]::new));
        assertEquals(0, checked.status(), checked.output());
    }

    @Test
    void everyDocumentHasItsCommandInTheGuide() {
        String guide = Project.text("deploy/ecs/README.md");
        for (String file : Project.files("deploy/ecs", ".json")) {
            assertTrue(guide.contains("file://" + file.replace("deploy/ecs/", "")), file);
        }
        JsonNode task = read("task-definition");
        for (String group : List.of(
                task.at("/containerDefinitions/0/logConfiguration/options/log_group_name")
                        .asText(),
                task.at("/containerDefinitions/1/logConfiguration/options/awslogs-group")
                        .asText())) {
            assertTrue(guide.contains("create-log-group --log-group-name " + group + "\n"), group);
        }
    }

    @Test
    void documentsFitEachOther() {
        JsonNode service = read("service");
        JsonNode task = read("task-definition");
        assertEquals(task.path("family"), service.path("taskDefinition"));
        JsonNode target = service.at("/loadBalancers/0");
        Project.named(
                task.path("containerDefinitions"), target.path("containerName").asText());
        assertEquals(read("target-group").path("Port"), target.path("containerPort"));
        assertEquals(read("target-group-attributes").path("TargetGroupArn"), target.path("targetGroupArn"));
        String resource = "service/" + service.path("cluster").asText() + "/"
                + service.path("serviceName").asText();
        for (String file : List.of("scalable-target", "scaling-policy-cpu", "scaling-policy-requests")) {
            assertEquals(resource, read(file).path("ResourceId").asText(), file);
        }
        assertTrue(read("scaling-policy-requests")
                .findValue("ResourceLabel")
                .asText()
                .endsWith(target.path("targetGroupArn").asText().replaceAll(".*:", "")));
        assertTrue(service.at("/deploymentConfiguration/deploymentCircuitBreaker/rollback")
                .asBoolean());
    }

    @Test
    void rolesMayDoWhatTheTaskNeedsAndNothingElse() throws Exception {
        JsonNode gateway = read("task-definition").at("/containerDefinitions/0");
        String region = Project.named(gateway.path("environment"), "MASKER_REDIS_IAM_REGION")
                .path("value")
                .asText();
        String account = read("task-definition").path("taskRoleArn").asText().replaceAll("[^0-9]", "");
        String prefix = ":" + region + ":" + account + ":";
        String cache = Project.named(gateway.path("environment"), "MASKER_REDIS_IAM_CACHE_NAME")
                .path("value")
                .asText();
        String user = Project.named(gateway.path("environment"), "MASKER_REDIS_USER")
                .path("value")
                .asText();
        String connect = read("task-role-policy").toString();
        assertTrue(connect.contains("elasticache" + prefix + "replicationgroup:" + cache + "\""), connect);
        assertTrue(connect.contains("elasticache" + prefix + "user:" + user + "\""), connect);
        JsonNode onKubernetes = Project.documents(
                        Project.text("deploy/kubernetes/overlays/eks-fargate/role-policy.json"))
                .get(0);
        assertEquals(read("task-role-policy").at("/Statement/0"), onKubernetes.at("/Statement/0"));
        assertEquals(1, onKubernetes.path("Statement").size());
        JsonNode trust = Project.documents(Project.text("deploy/kubernetes/overlays/eks-fargate/trust-policy.json"))
                .get(0)
                .at("/Statement/0");
        String provider = trust.at("/Principal/Federated").asText().replaceAll(".*:oidc-provider/", "");
        JsonNode condition = trust.at("/Condition/StringEquals");
        JsonNode holder = Kustomize.find(Kustomize.render("overlays/eks-fargate"), "ServiceAccount", "aws-masker");
        assertEquals(
                "system:serviceaccount:" + holder.at("/metadata/namespace").asText() + ":aws-masker",
                condition.path(provider + ":sub").asText());
        assertEquals("sts.amazonaws.com", condition.path(provider + ":aud").asText());

        String secret = gateway.at("/secrets/0/valueFrom").asText().replaceAll(":[a-z-]+::$", "");
        for (JsonNode statement : read("execution-role-policy").path("Statement")) {
            switch (statement.path("Action").asText()) {
                case "secretsmanager:GetSecretValue" ->
                    assertEquals(secret, statement.path("Resource").asText());
                case "ecr:GetAuthorizationToken" ->
                    assertEquals("*", statement.path("Resource").asText());
                default -> assertFalse(statement.path("Resource").asText("*").equals("*"), statement.toString());
            }
        }
    }

    private static JsonNode read(String file) {
        return Project.documents(Project.text("deploy/ecs/" + file + ".json")).get(0);
    }
}
