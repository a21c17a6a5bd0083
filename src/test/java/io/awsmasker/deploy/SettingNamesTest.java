package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No manifest and no document names a setting that the program does not read. */
class SettingNamesTest {
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:MASKER|QUARKUS)_[A-Z0-9_]+\\b");

    private static final Pattern PROPERTY = Pattern.compile("(?<!-)\\bmasker(?:\\.[a-z][a-z-]*+)++(?!\\.?[*A-Z])");

    /** A row of the table of the Kong plugin's names in the migration guide: the old name, then the new one. */
    private static final Pattern OLD_NAME = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| `(masker\\.[a-z.-]+)`");

    @Test
    void everyVariableInAManifestIsRead() {
        assertEquals(Set.of(), unknown(manifests(), VARIABLE, ReadSettings.variables()));
    }

    @Test
    void everyVariableAndPropertyInADocumentExists() {
        assertEquals(Set.of(), unknown(Project.documents(), VARIABLE, ReadSettings.variables()));
        assertEquals(Set.of(), unknown(Project.documents(), PROPERTY, ReadSettings.names()));
    }

    @Test
    void everyOldNameInTheMigrationGuideIsRead() {
        Set<String> known = ReadSettings.names();
        Matcher rows = OLD_NAME.matcher(Project.text("deploy/migration.md"));
        List<String> read = new ArrayList<>();
        while (rows.find()) {
            assertTrue(known.contains(rows.group(1)), rows.group());
            assertTrue(known.contains(rows.group(2)), rows.group());
            read.add(rows.group(1));
        }
        assertTrue(read.size() > 10, "the table was not found");
    }

    @Test
    void everyErrorCodeInADocumentExists() {
        Set<String> codes = Stream.concat(
                        Stream.of(io.awsmasker.failsecure.ErrorCode.values())
                                .map(io.awsmasker.failsecure.ErrorCode::code),
                        Stream.of("AWS_MASKER_4001", "AWS_MASKER_4002"))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), unknown(Project.documents(), Pattern.compile("AWS_MASKER_\\d{4}"), codes));
    }

    private static List<String> manifests() {
        List<String> files = new ArrayList<>(Project.files("deploy", ".yaml", ".yml", ".json", ".sh", ".java"));
        files.addAll(Project.files("src/main/docker", ""));
        files.add("docker-compose.yml");
        assertTrue(files.size() > 20, files.toString());
        return files;
    }

    private static Set<String> unknown(List<String> files, Pattern names, Set<String> known) {
        Set<String> unknown = new TreeSet<>();
        for (String file : files) {
            names.matcher(Project.text(file))
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !known.contains(name))
                    .filter(name -> !ReadSettings.isOfCustomRule(name))
                    .forEach(name -> unknown.add(file + ": " + name));
        }
        return unknown;
    }
}
