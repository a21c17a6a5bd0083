package io.awsmasker.claude;

import static io.awsmasker.claude.Endpoint.ANY;

import io.awsmasker.claude.Treatment.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * What the Claude API offers and the gateway refuses, each feature with the reason that its users read. Every known path has
 * a line of its own, and each feature one for whatever Anthropic adds below it.
 */
final class RefusedEndpoints {
    static final List<Endpoint> ALL = all();

    private RefusedEndpoints() {}

    private static List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>();
        all.addAll(
                feature("agents", "agents are refused: they are kept at Anthropic and run there without this gateway")
                        .paths("GET POST", "/v1/agents", "/v1/agents/{name}")
                        .paths("POST", "/v1/agents/{name}/archive")
                        .paths("GET", "/v1/agents/{name}/versions")
                        .rest("/v1/agents")
                        .lines());
        all.addAll(feature(
                        "sessions",
                        "sessions are refused: their tools run at Anthropic and read repositories and files directly")
                .paths("GET POST", "/v1/sessions")
                .paths("GET POST DELETE", "/v1/sessions/{name}")
                .paths("POST", "/v1/sessions/{name}/archive", "/v1/sessions/{name}/threads/{name}/archive")
                .paths("GET POST", "/v1/sessions/{name}/events", "/v1/sessions/{name}/resources")
                .paths("GET", "/v1/sessions/{name}/events/stream", "/v1/sessions/{name}/threads")
                .paths("GET POST DELETE", "/v1/sessions/{name}/resources/{name}")
                .paths("GET", "/v1/sessions/{name}/threads/{name}", "/v1/sessions/{name}/threads/{name}/events")
                .paths("GET", "/v1/sessions/{name}/threads/{name}/stream")
                .rest("/v1/sessions")
                .lines());
        all.addAll(feature(
                        "environments",
                        "environments are refused: their workers exchange data with Anthropic without this gateway")
                .paths("GET POST", "/v1/environments", "/v1/environments/{name}/work/{name}")
                .paths("GET POST DELETE", "/v1/environments/{name}")
                .paths("POST", "/v1/environments/{name}/archive", "/v1/environments/{name}/work/{name}/ack")
                .paths("GET", "/v1/environments/{name}/work", "/v1/environments/{name}/work/poll")
                .paths("GET", "/v1/environments/{name}/work/stats")
                .paths("POST", "/v1/environments/{name}/work/{name}/heartbeat")
                .paths("POST", "/v1/environments/{name}/work/{name}/stop")
                .rest("/v1/environments")
                .lines());
        all.addAll(feature(
                        "deployments",
                        "deployments are refused: they run at Anthropic on a schedule without this gateway")
                .paths("GET POST", "/v1/deployments", "/v1/deployments/{name}")
                .paths("POST", "/v1/deployments/{name}/archive", "/v1/deployments/{name}/pause")
                .paths("POST", "/v1/deployments/{name}/run", "/v1/deployments/{name}/unpause")
                .rest("/v1/deployments")
                .paths("GET", "/v1/deployment_runs", "/v1/deployment_runs/{name}")
                .rest("/v1/deployment_runs")
                .lines());
        all.addAll(feature("vaults", "vaults are refused: they hold secrets, which masking would destroy")
                .paths("GET POST", "/v1/vaults", "/v1/vaults/{name}/credentials")
                .paths("GET POST DELETE", "/v1/vaults/{name}", "/v1/vaults/{name}/credentials/{name}")
                .paths("POST", "/v1/vaults/{name}/archive", "/v1/vaults/{name}/credentials/{name}/archive")
                .paths("POST", "/v1/vaults/{name}/credentials/{name}/mcp_oauth_validate")
                .rest("/v1/vaults")
                .lines());
        all.addAll(feature(
                        "memory_stores",
                        "memory stores are refused: other programs write to them, and models read them unmasked")
                .paths("GET POST", "/v1/memory_stores", "/v1/memory_stores/{name}/memories")
                .paths("GET POST DELETE", "/v1/memory_stores/{name}", "/v1/memory_stores/{name}/memories/{name}")
                .paths("POST", "/v1/memory_stores/{name}/archive")
                .paths("GET", "/v1/memory_stores/{name}/memory_versions")
                .paths("GET", "/v1/memory_stores/{name}/memory_versions/{name}")
                .paths("POST", "/v1/memory_stores/{name}/memory_versions/{name}/redact")
                .rest("/v1/memory_stores")
                .lines());
        all.addAll(feature("dreams", "dreams are refused: they read memory stores, which were never masked")
                .paths("GET POST", "/v1/dreams")
                .paths("GET", "/v1/dreams/{name}")
                .paths("POST", "/v1/dreams/{name}/archive", "/v1/dreams/{name}/cancel")
                .rest("/v1/dreams")
                .lines());
        all.addAll(feature("tunnels", "tunnels are refused: they open your network to Anthropic")
                .paths("GET POST", "/v1/tunnels", "/v1/tunnels/{name}/certificates")
                .paths("GET", "/v1/tunnels/{name}", "/v1/tunnels/{name}/certificates/{name}")
                .paths("POST", "/v1/tunnels/{name}/archive", "/v1/tunnels/{name}/reveal_token")
                .paths("POST", "/v1/tunnels/{name}/rotate_token")
                .paths("POST", "/v1/tunnels/{name}/certificates/{name}/archive")
                .rest("/v1/tunnels")
                .lines());
        all.addAll(feature("user_profiles", "user profiles are refused: they hold data of people and stay at Anthropic")
                .paths("GET POST", "/v1/user_profiles")
                .paths("GET POST DELETE", "/v1/user_profiles/{name}")
                .paths("POST", "/v1/user_profiles/{name}/action_urls", "/v1/user_profiles/{name}/enrollment_url")
                .rest("/v1/user_profiles")
                .lines());
        all.addAll(feature(
                        "oauth",
                        "OAuth is refused: signed tokens cannot be masked; give your client a key, or the gateway one")
                .paths("POST", "/v1/oauth/token")
                .rest("/v1/oauth")
                .lines());
        all.addAll(
                feature("compliance", "the Compliance API is refused: it reads chats and files that were never masked")
                        .paths("GET", "/v1/compliance/activities")
                        .rest("/v1/compliance")
                        .lines());
        all.addAll(feature("routines", "routines are refused: they start sessions at Anthropic without this gateway")
                .paths("POST", "/v1/claude_code/routines/{name}/fire")
                .rest("/v1/claude_code")
                .lines());
        all.addAll(
                feature("admin", "the Admin API is refused: it carries AWS accounts and keys that it needs as they are")
                        .paths(ANY, AdminPaths.ALL)
                        .rest("/v1/organizations")
                        .lines());
        all.addAll(feature(
                        "bedrock",
                        "Amazon Bedrock's form of the API is refused: point the client at this gateway as the Claude API")
                .paths("POST", "/model/{name}/invoke", "/model/{name}/invoke-with-response-stream")
                .paths("POST", "/model/{name}/count-tokens")
                .rest("/model")
                .lines());
        all.addAll(feature(
                        "vertex",
                        "Google Cloud's form of the API is refused: point the client at this gateway as the Claude API")
                .paths("POST", "/v1/projects/{name}/locations/{name}/publishers/anthropic/models/{name}")
                .paths(
                        "POST",
                        "/v1/projects/{name}/locations/{name}/publishers/anthropic/models/count-tokens:rawPredict")
                .rest("/v1/projects")
                .lines());
        return List.copyOf(all);
    }

    private static Feature feature(String name, String sentence) {
        return new Feature(name, new Refused(sentence), new ArrayList<>());
    }

    /** The lines of one feature; all of them have its name and its sentence. */
    private record Feature(String name, Treatment refused, List<Endpoint> lines) {
        Feature paths(String methods, String... templates) {
            for (String template : templates) {
                for (String method : methods.split(" ", -1)) {
                    lines.add(Endpoint.of(method, template, name, refused));
                }
            }
            return this;
        }

        Feature rest(String root) {
            return paths(ANY, root + "/**");
        }
    }
}
