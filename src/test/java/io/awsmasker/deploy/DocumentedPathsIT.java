package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.endtoend.PackagedGateway;
import io.awsmasker.testing.Questions;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every path that the documents name is served by the packaged program, on one of its two ports. */
class DocumentedPathsIT {
    private static final Pattern PATH = Pattern.compile("`(?::9000)?(/(?!proc/)[a-z][^`\\s]*)`");
    private static final int NOT_FOUND = 404;

    @Test
    void everyPathIsServed() {
        Set<String> paths = new TreeSet<>();
        for (String file : Project.documents()) {
            PATH.matcher(Project.text(file)).results().forEach(found -> paths.add(found.group(1)));
        }
        List<String> missing = new ArrayList<>();
        try (PackagedGateway gateway =
                PackagedGateway.start(Map.of("MASKER_MAPPING_USE_REDIS", "false", "MASKER_UPSTREAM_URL", "echo"))) {
            gateway.awaitReady(200);
            for (String path : paths) {
                int answered = gateway.send(Questions.to(gateway.url(), path)
                                .header("content-type", "application/json")
                                .POST(BodyPublishers.ofString("{}"))
                                .build())
                        .statusCode();
                if (answered == NOT_FOUND && gateway.management(path).statusCode() == NOT_FOUND) {
                    missing.add(path);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(paths.contains("/v1/messages"), "the documents were not found");
    }
}
