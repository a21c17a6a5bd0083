package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Question;
import io.awsmasker.testing.Questions;
import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator decides about masking, set as environment variables only: it holds in the packaged program. */
class RulesIT {
    private static final String INSTANCE = "i-0d4c3b2a19f8e7d65";
    private static final String VPC = "vpc-0a1b2c3d4e5f60718";
    private static final String KEY = "AKIA46EZ6H5JU24Z5GDH";

    @Test
    void aFamilyThatIsOffLeavesAndTheProofLetsItPass() {
        try (Scene scene = Scene.start(Map.of("MASKER_MASK_EC2_INSTANCES", "off", "MASKER_MASK_ACCOUNTS", "false"))) {
            assertEquals(
                    INSTANCE + " in VPC_001, arn:aws:sns:eu-west-1:123456789012:SNS_001",
                    sent(scene, INSTANCE + " in " + VPC + ", arn:aws:sns:eu-west-1:123456789012:alarms-7"));
        }
    }

    @Test
    void theNamesOfThePluginWorkAndLoseAgainstTheNewOnes() {
        try (Scene scene =
                Scene.start(Map.of("MASK_EC2_INSTANCES", "false", "MASK_VPCS", "false", "MASKER_MASK_VPCS", "true"))) {
            assertEquals(INSTANCE + " in VPC_001", sent(scene, INSTANCE + " in " + VPC));
        }
    }

    @Test
    void redactedValuesAreNeverRestored() {
        try (Scene scene = Scene.start(Map.of("MASKER_MASK_PRIVATE_IPS", "redact"))) {
            HttpResponse<String> answer = scene.post(Questions.body("from 10.31.7.104 to " + VPC));

            assertEquals("from IPV4PRIV_000 to VPC_001", last(scene));
            assertTrue(Scene.text(answer).contains("from IPV4PRIV_000 to " + VPC), answer.body());
        }
    }

    @Test
    void blockedValuesAreRefusedByPathAndFamily() {
        try (Scene scene = Scene.start(Map.of("MASKER_MASK_ACCESS_KEYS", "block", "MASKER_MASK_SECRETS", "block"))) {
            scene.claude().forbid(List.of(KEY));
            for (String text :
                    List.of("use " + KEY, "{\"SecretAccessKey\":\"5Enb7gyk4T/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh\"}")) {
                HttpResponse<String> answer = scene.post(Questions.body(text));

                assertEquals(415, answer.statusCode(), answer.body());
                JsonObject error = new JsonObject(answer.body()).getJsonObject("error");
                assertEquals("AWS_MASKER_2004", error.getString("code"));
                String message = error.getString("message");
                assertTrue(message.contains("messages[0].content"), message);
                assertTrue(
                        message.contains("masker.mask." + (text.contains(KEY) ? "access-keys" : "secrets")), message);
                assertFalse(answer.body().contains(KEY) || answer.body().contains("5Enb7gyk4T"), answer.body());
            }
            assertEquals(0, scene.claude().requestsBegun());
        }
    }

    @Test
    void secretsThatAreMaskedComeBack() {
        try (Scene scene = Scene.start(Map.of("MASKER_MASK_SECRETS", "mask"))) {
            HttpResponse<String> answer = scene.post(Questions.body("password=kx4Npf!EBBA6l2"));

            assertEquals("password=PASSWORD_001", last(scene));
            assertTrue(Scene.text(answer).contains("password=kx4Npf!EBBA6l2"), answer.body());
        }
    }

    @Test
    void rulesOfTheUsersOwnHoldOnEveryWay() {
        Map<String, String> settings = new HashMap<>();
        settings.put("MASKER_CUSTOM_PROJECT_CODE_TOKEN", "PROJ");
        settings.put("MASKER_CUSTOM_PROJECT_CODE_PATTERN", "PRJ-[0-9]{4,6}");
        settings.put("MASKER_CUSTOM_CUSTOMERS_TOKEN", "CUSTOMER");
        settings.put("MASKER_CUSTOM_CUSTOMERS_VALUES", "acme,Globex Corp");
        settings.put("MASKER_CUSTOM_STAFF_TOKEN", "STAFF");
        settings.put("MASKER_CUSTOM_STAFF_VALUES", "jdoe");
        settings.put("MASKER_CUSTOM_STAFF_POLICY", "block");
        try (Scene scene = Scene.start(settings);
                Sdk sdk = Sdk.at(scene.gateway().url())) {
            String text = "PRJ-123456 of Globex Corp and acme, s3://acme/PRJ-0001, not PRJ-1 or acmeous";
            scene.claude().forbid(List.of("PRJ-123456", "Globex Corp", "PRJ-0001"));
            for (boolean streamed : new boolean[] {false, true}) {
                assertEquals(
                        text,
                        Sdk.text(sdk.ask(
                                Sdk.ask(UUID.randomUUID().toString(), text).build(), streamed)));
                assertEquals(
                        "PROJ_001 of CUSTOMER_001 and CUSTOMER_002, s3://CUSTOMER_002/PROJ_002, not PRJ-1 or acmeous",
                        last(scene));
            }
            assertEquals(
                    "PROJ_001 for CUSTOMER_002",
                    scene.preview("PRJ-123456 for acme").getString("masked"));
            HttpResponse<String> refused = scene.post(Questions.body("ask jdoe"));
            assertEquals(415, refused.statusCode());
            assertTrue(refused.body().contains("masker.custom.staff"), refused.body());
            assertFalse(refused.body().contains("jdoe"), refused.body());
        }
    }

    @Test
    void allowedValuesLeaveAlsoInPlacesThatTheProofKnows() {
        try (Scene scene = Scene.start(Map.of("MASKER_ALLOW", "123456789012,acme-public-*,AKIAIOSFODNN7EXAMPLE"))) {
            assertEquals(
                    "s3://acme-public-1559/x s3://BUCKET_001/y arn:aws:iam::123456789012:role/ROLE_001 AKIAIOSFODNN7EXAMPLE",
                    sent(
                            scene,
                            "s3://acme-public-1559/x s3://acme-private-1559/y arn:aws:iam::123456789012:role/deploy-7f2"
                                    + " AKIAIOSFODNN7EXAMPLE"));
        }
    }

    @Test
    void structureThatIsNotKeptGoesIntoOneToken() {
        try (Scene scene = Scene.start(Map.of("MASKER_PRESERVE_STRUCTURE", "false"))) {
            HttpResponse<String> answer = scene.post(
                    Questions.body(
                            "arn:aws:iam::123456789012:role/deploy-7f2, 10.31.0.0/16, https://assets-470c.s3.eu-west-1.amazonaws.com/a?b=1"));

            assertEquals("ARN_001, CIDRPRIV_001, URL_001", last(scene));
            assertTrue(
                    Scene.text(answer)
                            .contains("arn:aws:iam::123456789012:role/deploy-7f2, 10.31.0.0/16, https://assets-470c.s3."
                                    + "eu-west-1.amazonaws.com/a?b=1"),
                    answer.body());
        }
    }

    @Test
    void theVersionOfTheRulesIsInTheLogTheMetricsAndEveryAnswer() {
        try (Scene scene = Scene.start();
                Scene other =
                        Scene.start(Map.of("MASKER_ALLOW", "acme-public", "MASKER_LOG_MASKED_REQUESTS", "true"))) {
            String version = version(scene.post(Questions.body("hello " + INSTANCE)));
            String changed = version(other.post(Questions.body("hello " + INSTANCE)));

            assertFalse(version.equals(changed), version);
            assertEquals(version, version(scene.post("{")));
            assertTrue(scene.gateway().output().contains("ruleset " + version), "start-up line");
            assertTrue(
                    scene.gateway()
                            .management("/q/metrics")
                            .body()
                            .contains("masker_ruleset_info{version=\"" + version + "\""),
                    "metric");
            other.gateway().stop();
            assertTrue(other.gateway().output().contains("masked {EC2=1}, restored 1"), "audit line");
            assertFalse(other.gateway().output().contains(INSTANCE), "audit line");
            assertFalse(scene.gateway().output().contains("EC2=1"), "audit line without being asked for");
        }
    }

    @Test
    void everyProblemWithTheRulesStopsTheStartInOneMessage() {
        Map<String, String> settings = new HashMap<>();
        settings.put("MASKER_MASK_EC2", "off");
        settings.put("MASKER_MASK_VPCS", "hidden-value");
        settings.put("MASK_SUBNETS", "hidden-value");
        settings.put("MASKER_MASK_SECRETS", "off");
        settings.put("MASKER_PRESERVE_STRUCTURE", "hidden-value");
        settings.put("MASKER_ALLOW", "hid*den");
        settings.put("MASKER_CUSTOM_ONE_TOKEN", "EC2");
        settings.put("MASKER_CUSTOM_ONE_PATTERN", "hidden-value[0-9");
        settings.put("MASKER_CUSTOM_TWO_TOKEN", "TWO");
        settings.put("MASKER_CUSTOM_TWO_POLICY", "hidden-value");
        settings.put("MASKER_CUSTOM_THREE_TOCKEN", "hidden-value");
        String output = refusal(settings);

        for (String named : List.of(
                "AWS_MASKER_4001",
                "masker.mask.ec2: no such family",
                "masker.mask.vpcs: unknown policy",
                "masker.mask.subnets (from MASK_SUBNETS): unknown policy",
                "masker.mask.secrets: unknown policy",
                "masker.preserve-structure: neither true nor false",
                "masker.allow: entry 1 has a *",
                "masker.custom.one.token: already taken",
                "masker.custom.one.pattern: character 13: this class is",
                "masker.custom.two.pattern: is required when masker.custom.two.token is set",
                "masker.custom.two.policy: unknown policy",
                "masker.custom.three-tocken: unknown")) {
            assertTrue(output.contains(named), named + " is not in " + output);
        }
        assertFalse(output.contains("hid"), output);
    }

    @Test
    void switchesAreTrueOrFalse() {
        for (String variable : List.of("USE_REDIS", "MASKER_MAPPING_USE_REDIS", "MASKER_LOG_MASKED_REQUESTS")) {
            String output = refusal(Map.of(variable, "maybe"));

            assertTrue(output.contains("AWS_MASKER_4001") && output.contains("neither true nor false"), output);
        }
    }

    private static String refusal(Map<String, String> settings) {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> PackagedGateway.start(settings).close());
        return String.valueOf(refused.getCause());
    }

    private static String version(HttpResponse<String> answer) {
        String version = answer.headers().firstValue("X-Masking-Ruleset").orElse("");
        assertTrue(version.matches("[0-9]+-[0-9a-f]{12}"), version);
        return version;
    }

    private static String sent(Scene scene, String text) {
        HttpResponse<String> answer = scene.post(Questions.body(text));
        assertTrue(Scene.text(answer).contains(text), answer.body());
        return last(scene);
    }

    private static String last(Scene scene) {
        return new Question(new JsonObject(scene.claude().last().body())).lastUserText();
    }
}
