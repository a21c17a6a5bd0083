package io.awsmasker.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The gateway's container as one of the manifests starts it. Secrets, and what a platform or a stack adds, have sample values.
 *
 * @param where the manifest
 * @param environment all variables that the program finds
 * @param ports that the container names
 * @param secondsToStop from SIGTERM to SIGKILL
 */
record Deployed(String where, Map<String, String> environment, Set<Integer> ports, int secondsToStop) {
    private static final Map<String, String> SECRETS = Map.of(
            "MASKER_UPSTREAM_API_KEY", "sk-ant-a-sample",
            "MASKER_REDIS_PASSWORD", "a-sample-of-a-password",
            "REDIS_PASSWORD", "a-sample-of-a-password",
            "MASKER_MAPPING_ENCRYPTION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private static final Map<String, String> STACK = Map.of(
            "CacheEndpoint", "clustercfg.aws-masker.abc123.euc1.cache.amazonaws.com:6379",
            "CacheName", "aws-masker",
            "Serverless", "false",
            "AWS::Region", "eu-central-1");

    private static final Pattern INTERPOLATED = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^${}]*))?}");

    @Override
    public String toString() {
        return where;
    }

    static List<Deployed> all() throws IOException, InterruptedException {
        List<Deployed> all = new ArrayList<>(List.of(ecs(), stack(), compose("gateway"), compose("gateway-echo")));
        if (Project.Tool.installed("kubectl")) {
            all.add(kubernetes("eks-ec2"));
            all.add(kubernetes("eks-fargate"));
        }
        return all;
    }

    private static Deployed kubernetes(String overlay) throws IOException, InterruptedException {
        List<JsonNode> documents = Kustomize.render("overlays/" + overlay);
        JsonNode pod = Kustomize.find(documents, "Deployment", "aws-masker").at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        Map<String, String> environment = listed(container.path("env"), "name", "value");
        Kustomize.find(documents, "ConfigMap", "aws-masker")
                .path("data")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        JsonNode role = Kustomize.find(documents, "ServiceAccount", "aws-masker")
                .at("/metadata/annotations/eks.amazonaws.com~1role-arn");
        if (!role.isMissingNode()) {
            environment.put("AWS_ROLE_ARN", role.asText());
            environment.put("AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/secrets/eks.amazonaws.com/serviceaccount/token");
        }
        return new Deployed(
                overlay,
                environment,
                numbers(container.path("ports"), "containerPort"),
                pod.path("terminationGracePeriodSeconds").asInt());
    }

    private static Deployed ecs() {
        JsonNode container = Project.documents(Project.text("deploy/ecs/task-definition.json"))
                .get(0)
                .at("/containerDefinitions/0");
        Map<String, String> environment = listed(container.path("environment"), "name", "value");
        environment.putAll(listed(container.path("secrets"), "name", "none"));
        return onFargate(
                "ecs",
                environment,
                numbers(container.path("portMappings"), "containerPort"),
                container.path("stopTimeout"));
    }

    private static Deployed stack() {
        JsonNode container = Project.documents(Project.text("deploy/cloudformation/ecs-service.yaml"))
                .get(0)
                .at("/Resources/TaskDefinition/Properties/ContainerDefinitions/0");
        Map<String, String> environment = listed(container.path("Environment"), "Name", "Value");
        environment.replaceAll((name, value) -> STACK.getOrDefault(value, value));
        container.path("Secrets").findValuesAsText("Name").forEach(name -> environment.put(name, sample(name)));
        return onFargate(
                "cloudformation",
                environment,
                numbers(container.path("PortMappings"), "ContainerPort"),
                container.path("StopTimeout"));
    }

    private static Deployed onFargate(
            String where, Map<String, String> environment, Set<Integer> ports, JsonNode stopTimeout) {
        environment.put("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/a-sample");
        return new Deployed(where, environment, ports, stopTimeout.asInt());
    }

    private static Deployed compose(String name) {
        JsonNode service = composed().path("services").path(name);
        Map<String, String> environment = new TreeMap<>();
        service.path("environment")
                .properties()
                .forEach(entry -> environment.put(
                        entry.getKey(), interpolated(entry.getValue().asText())));
        Set<Integer> ports = new TreeSet<>();
        service.path("ports")
                .forEach(port -> ports.add(Integer.valueOf(port.asText().replaceAll(".*:", ""))));
        int stop = Integer.parseInt(service.path("stop_grace_period").asText().replaceAll("s$", ""));
        return new Deployed("compose " + name, environment, ports, stop);
    }

    /** The compose file with its anchors resolved, as Compose does it. */
    static JsonNode composed() {
        Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Project.text("docker-compose.yml"));
        return new ObjectMapper().valueToTree(yaml);
    }

    /** A text of the compose file where only what is a secret is set. */
    static String interpolated(String text) {
        String before;
        String after = text;
        do {
            before = after;
            after = INTERPOLATED.matcher(before).replaceAll(Deployed::interpolated);
        } while (!after.equals(before));
        return after;
    }

    private static String interpolated(MatchResult found) {
        String otherwise = "-".equals(found.group(2)) ? found.group(3) : "";
        return SECRETS.getOrDefault(found.group(1), otherwise);
    }

    private static Map<String, String> listed(JsonNode list, String name, String value) {
        Map<String, String> listed = new HashMap<>();
        for (JsonNode entry : list) {
            String variable = entry.path(name).asText();
            listed.put(variable, entry.has(value) ? entry.path(value).asText() : sample(variable));
        }
        return listed;
    }

    private static String sample(String variable) {
        String sample = SECRETS.get(variable);
        if (sample == null) {
            throw new AssertionError(variable + " has no value, and is no known secret");
        }
        return sample;
    }

    private static Set<Integer> numbers(JsonNode list, String member) {
        Set<Integer> numbers = new TreeSet<>();
        list.forEach(element -> numbers.add(element.path(member).asInt()));
        return numbers;
    }
}
