package io.awsmasker.claude;

import io.awsmasker.claude.Treatment.Refused;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One line of the table of all that the Claude API offers: a method, a path and how the gateway treats it. What is not in
 * the table is unknown, and unknown is refused.
 *
 * @param method HTTP method in capitals
 * @param path what the whole raw path must match: no other spelling, no escapes, no dot segments
 * @param name a short constant for metrics
 * @param treatment what happens to it
 */
public record Endpoint(String method, Pattern path, String name, Treatment treatment) {
    private static final String ID = "(?!\\.\\.?$)[A-Za-z0-9_.:-]{1,128}";
    private static final Refused AROUND =
            new Refused("keeps text at Anthropic that would come back without passing this gateway");

    /** All endpoints; the first match counts. */
    public static final List<Endpoint> TABLE = List.of(
            endpoint("POST", "/v1/messages", "messages", Treatment.MASKED),
            endpoint("POST", "/v1/messages/count_tokens", "count_tokens", Treatment.MASKED),
            endpoint("GET", "/v1/models", "models", Treatment.PASSED),
            endpoint("GET", "/v1/models/" + ID, "model", Treatment.PASSED),
            endpoint("HEAD", "/api/hello", "hello", Treatment.ANSWERED),
            endpoint("GET", "/api/hello", "hello", Treatment.ANSWERED),
            endpoint(".*", "/v1/messages/batches(/.*)?", "batches", new Refused("is not masked yet")),
            endpoint(".*", "/v1/files(/.*)?", "files", new Refused("is not masked yet")),
            endpoint(".*", "/v1/skills(/.*)?", "skills", new Refused("is not masked yet")),
            endpoint(
                    ".*",
                    "/v1/(agents|sessions|environments|deployments|deployment_runs|vaults|memory_stores|dreams|tunnels"
                            + "|user_profiles)(/.*)?",
                    "managed_agents",
                    AROUND),
            endpoint(".*", "/v1/organizations(/.*)?", "admin", new Refused("administers the organisation")),
            endpoint(".*", "/v1/compliance(/.*)?", "compliance", new Refused("reads what was never masked")));

    private static Endpoint endpoint(String method, String path, String name, Treatment treatment) {
        return new Endpoint(method, Pattern.compile(path), name, treatment);
    }

    /** Whether a request with this method and raw path (no query) is this endpoint's. */
    public boolean matches(String requestMethod, String rawPath) {
        return (method.equals(".*") || method.equals(requestMethod))
                && path.matcher(rawPath).matches();
    }
}
