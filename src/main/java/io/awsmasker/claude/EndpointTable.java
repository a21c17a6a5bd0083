package io.awsmasker.claude;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that the Claude API offers and how each of it is treated. What is not in the table is unknown, and unknown is refused;
 * what is known and refused is in {@link RefusedEndpoints}.
 */
public final class EndpointTable {
    private static final List<Endpoint> SERVED = List.of(
            row("POST", "/v1/messages", "messages", Treatment.MASKED),
            row("POST", "/v1/messages/count_tokens", "count_tokens", Treatment.MASKED),
            row("POST", "/v1/messages/batches", "batches", Treatment.BATCH),
            row("GET", "/v1/messages/batches", "batches", Treatment.PASSED),
            row("GET", "/v1/messages/batches/{id}", "batch", Treatment.PASSED),
            row("POST", "/v1/messages/batches/{id}/cancel", "batch_cancel", Treatment.PASSED),
            row("DELETE", "/v1/messages/batches/{id}", "batch", Treatment.PASSED),
            row("GET", "/v1/messages/batches/{id}/results", "batch_results", Treatment.LINES),
            row("GET", "/v1/models", "models", Treatment.PASSED),
            row("GET", "/v1/models/{model}", "model", Treatment.PASSED),
            row("POST", "/v1/files", "files", Treatment.UPLOAD),
            row("GET", "/v1/files", "files", Treatment.PASSED),
            row("GET", "/v1/files/{id}", "file", Treatment.PASSED),
            row("GET", "/v1/files/{id}/content", "file_content", Treatment.CONTENT),
            row("DELETE", "/v1/files/{id}", "file", Treatment.PASSED),
            row("POST", "/v1/skills", "skills", Treatment.UPLOAD),
            row("GET", "/v1/skills", "skills", Treatment.PASSED),
            row("GET", "/v1/skills/{id}", "skill", Treatment.PASSED),
            row("DELETE", "/v1/skills/{id}", "skill", Treatment.PASSED),
            row("POST", "/v1/skills/{id}/versions", "skill_versions", Treatment.UPLOAD),
            row("GET", "/v1/skills/{id}/versions", "skill_versions", Treatment.PASSED),
            row("GET", "/v1/skills/{id}/versions/{version}", "skill_version", Treatment.PASSED),
            row("DELETE", "/v1/skills/{id}/versions/{version}", "skill_version", Treatment.PASSED),
            row("GET", "/v1/skills/{id}/versions/{version}/content", "skill_content", Treatment.CONTENT),
            row("HEAD", "/api/hello", "hello", Treatment.ANSWERED),
            row("GET", "/api/hello", "hello", Treatment.ANSWERED));

    /** All endpoints; the first match counts. */
    public static final List<Endpoint> ALL =
            Stream.concat(SERVED.stream(), RefusedEndpoints.ALL.stream()).toList();

    private EndpointTable() {}

    /** The methods by which a raw path is served; none for one that is unknown or refused. */
    public static List<String> methodsOf(String rawPath) {
        return SERVED.stream()
                .filter(endpoint -> endpoint.path().matcher(rawPath).matches())
                .map(Endpoint::method)
                .distinct()
                .toList();
    }

    private static Endpoint row(String method, String template, String name, Treatment treatment) {
        return Endpoint.of(method, template, name, treatment);
    }
}
