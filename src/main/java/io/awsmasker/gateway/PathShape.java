package io.awsmasker.gateway;

import io.awsmasker.claude.EndpointTable;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Method and path of a request as they may stand in a log: words of the gateway's own table as they are, and a star for every
 * other segment, which may be an original.
 */
final class PathShape {
    private static final int MOST_SEGMENTS = 8;

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private static final Set<String> WORDS = Stream.concat(
                    Stream.of("analyze", "masking", "preview", "mappings", "cleanup"),
                    EndpointTable.ALL.stream()
                            .flatMap(endpoint ->
                                    Arrays.stream(endpoint.template().split("/")))
                            .filter(segment -> segment.matches("[a-z0-9_]+")))
            .collect(Collectors.toUnmodifiableSet());

    private PathShape() {}

    static String of(HttpServerRequest request) {
        String method = request.method().name();
        return (METHODS.contains(method) ? method : "another method") + " " + shown(request.path());
    }

    private static String shown(@Nullable String path) {
        if (path == null) {
            return "without a path";
        }
        String[] segments = path.split("/", -1);
        String shape = Arrays.stream(segments)
                .limit(MOST_SEGMENTS + 1)
                .map(segment -> segment.isEmpty() || WORDS.contains(segment) ? segment : "*")
                .collect(Collectors.joining("/"));
        return segments.length > MOST_SEGMENTS + 1 ? shape + "/…" : shape;
    }
}
