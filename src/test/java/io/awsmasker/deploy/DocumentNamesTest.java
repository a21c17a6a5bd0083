package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a reader of a document would copy: each row of the README's table of settings, names of Quarkus. */
class DocumentNamesTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (`(?:masker|quarkus)\\.[^|]*) \\| [^|]* \\| ([^|]*)\\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern OLD_NAME = Pattern.compile("`([A-Z][A-Z_]+)`");
    private static final Pattern OF_QUARKUS = Pattern.compile("\\bquarkus(?:\\.[a-z][a-z-]*)+(?:\\.\\*)?");
    private static final Pattern IN_MODEL = Pattern.compile("\"property\"\\s*:\\s*\"(quarkus[^\"]+)\"");

    @Test
    void theTableOfSettingsNamesWhatIsRead() {
        Set<String> known = ReadSettings.names();
        List<String> unknown = new ArrayList<>();
        int rows = 0;
        for (MatchResult row : results(ROW, Project.text("README.md"))) {
            rows++;
            for (String name : named(row.group(1))) {
                if (!known.contains(name) && !isFree(name)) {
                    unknown.add(name);
                }
            }
            results(OLD_NAME, row.group(2)).stream()
                    .map(found -> found.group(1))
                    .filter(old -> !known.contains(old))
                    .forEach(unknown::add);
        }
        assertEquals(List.of(), unknown);
        assertTrue(rows > 30, "the table was not found");
    }

    /** The names of a cell: the first in full, the others in full, or without what they share with it, or as endings of it. */
    private static List<String> named(String cell) {
        List<String> names = new ArrayList<>();
        for (MatchResult found : results(QUOTED, cell)) {
            String name = found.group(1);
            String first = names.isEmpty() ? "" : names.get(0);
            if (name.startsWith("…")) {
                names.add(first + name.substring(1));
            } else if (names.isEmpty() || name.startsWith("masker.") || name.startsWith("quarkus.")) {
                names.add(name);
            } else {
                names.add(first.substring(0, first.lastIndexOf('.') + 1) + name);
            }
        }
        return names;
    }

    /** A name of which a part is the reader's to choose. */
    private static boolean isFree(String name) {
        return name.equals("masker.mask.FAMILY") || ReadSettings.isOfCustomRule(name);
    }

    @Test
    void everyNameOfQuarkusExists() throws IOException {
        Set<String> known = new TreeSet<>(ReadSettings.names());
        known.add("quarkus.http.proxy.*");
        for (URL model : Collections.list(DocumentNamesTest.class
                .getClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
            try (InputStream text = model.openStream()) {
                results(IN_MODEL, new String(text.readAllBytes(), StandardCharsets.UTF_8))
                        .forEach(found -> known.add(found.group(1)));
            }
        }
        Set<String> unknown = new TreeSet<>();
        List<String> files = new ArrayList<>(Project.documents());
        files.addAll(Project.files("src/main/docker", ""));
        for (String file : files) {
            for (MatchResult found : results(OF_QUARKUS, Project.text(file))) {
                if (!known.contains(found.group())) {
                    unknown.add(file + ": " + found.group());
                }
            }
        }
        assertEquals(Set.of(), unknown);
    }

    private static List<MatchResult> results(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }
}
