package io.awsmasker;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.Family;
import io.awsmasker.detect.catalogue.FindingType;
import io.awsmasker.detect.catalogue.Rules;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls of the house: which room may use which. A new import across a wall fails here, with both names. */
class RoomsTest {
    private static final String ROOT = "io.awsmasker.";
    private static final String SETTINGS = "gateway.settings";
    private static final String DETECT = ROOT + "detect";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.awsmasker");

    /** Each room and the rooms that its code may name. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("detect", Set.of()),
            entry("redis", Set.of()),
            entry("json", Set.of()),
            entry("mapping", Set.of("redis")),
            entry("mask", Set.of("detect", "mapping")),
            entry("claude", Set.of("json", "mask", "detect", "mapping")),
            entry("access", Set.of("redis")),
            entry("failsecure", Set.of("detect")),
            entry(SETTINGS, Set.of("claude", "failsecure", "mapping", "mask", "detect", "redis")),
            entry("gateway", Set.of(SETTINGS, "claude", "access", "failsecure", "mapping", "mask", "detect", "redis")),
            entry(
                    "operations",
                    Set.of(
                            "gateway",
                            SETTINGS,
                            "claude",
                            "access",
                            "failsecure",
                            "mapping",
                            "mask",
                            "detect",
                            "redis",
                            "json")));

    /** The chambers of {@code detect} from the ground up: each may use those in front of it. */
    private static final List<String> CHAMBERS = List.of(
            "bytes",
            "pattern",
            "words",
            "catalogue",
            "finding",
            "enclosing",
            "wrapping",
            "name",
            "prose",
            "secret",
            "kubernetes",
            "value",
            "command",
            "infrastructure",
            "log",
            "table",
            "shape",
            "key",
            "scan");

    static Set<String> rooms() {
        return new TreeSet<>(MAY_USE.keySet());
    }

    @Test
    void everyClassLivesInARoom() {
        Set<String> seen = new TreeSet<>();
        Set<String> chambers = new TreeSet<>();
        PROGRAM.forEach(type -> {
            String name = type.getPackageName();
            boolean chamber = name.startsWith(DETECT + ".");
            seen.add(chamber ? "detect" : name.replace(ROOT, ""));
            chambers.add(chamber ? name.replace(DETECT + ".", "") : CHAMBERS.get(0));
        });

        assertEquals(rooms(), seen);
        assertEquals(new TreeSet<>(CHAMBERS), chambers);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void roomsUseOnlyTheRoomsBelowThem(String room) {
        String[] forbidden = rooms().stream()
                .filter(other -> !other.equals(room)
                        && !MAY_USE.getOrDefault(room, Set.of()).contains(other))
                .map(other -> walls(other))
                .toArray(String[]::new);
        if (forbidden.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage(walls(room))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .check(PROGRAM);
        }
    }

    /** The packages of a room: the settings are one of their own within the gateway's. */
    private static String walls(String room) {
        return ROOT + room + (room.equals("detect") ? ".." : "");
    }

    @ParameterizedTest
    @MethodSource("chambers")
    void chambersUseOnlyThoseBelowThem(String chamber) {
        String[] above = CHAMBERS.stream()
                .skip(CHAMBERS.indexOf(chamber) + 1L)
                .map(other -> DETECT + "." + other)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(DETECT + "." + chamber)
                .should()
                .dependOnClassesThat(resideInAnyPackage(above).or(resideInAPackage(DETECT)))
                .check(PROGRAM);
    }

    static List<String> chambers() {
        return CHAMBERS;
    }

    /** Who masks or proves sees the detector, what it looks for, what it found and where words end; not how it finds. */
    @Test
    void recognisersAreNobodysBusiness() {
        noClasses()
                .that()
                .resideOutsideOfPackage(DETECT + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(DETECT + "..")
                        .and(not(resideInAnyPackage(
                                DETECT,
                                DETECT + ".catalogue",
                                DETECT + ".finding",
                                DETECT + ".pattern",
                                DETECT + ".bytes"))))
                .check(PROGRAM);
    }

    /** One mistake must not blind both scans: the second one takes from the first what the operator exempts, and no more. */
    @Test
    void theSecondScanSharesNothingWithTheFirst() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "failsecure")
                .and()
                .haveSimpleNameNotStartingWith("ProofExemptions")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(DETECT + "..")
                .check(PROGRAM);
        classes()
                .that()
                .haveSimpleName("ProofExemptions")
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(resideInAPackage(ROOT + "failsecure"))
                        .or(assignableTo(Rules.class))
                        .or(assignableTo(AllowList.class))
                        .or(assignableTo(Family.class))
                        .or(assignableTo(FindingType.class)))
                .check(PROGRAM);
    }

    /** Who writes to Claude takes only types that the proof alone can make, so nobody else may get hold of a connection. */
    @Test
    void nothingGoesUpstreamButWhatIsProved() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "redis")
                .and()
                .haveNameNotMatching(".*\\.gateway\\.Upstream(Request)?")
                .should()
                .dependOnClassesThat(assignableTo(HttpClient.class)
                        .or(assignableTo(HttpClientRequest.class))
                        .or(resideInAPackage("java.net.http")))
                .check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("pureRooms")
    void pureRoomsKnowNoFramework(String room) {
        classes()
                .that()
                .resideInAPackage(walls(room))
                .should()
                .onlyDependOnClassesThat(resideInAPackage("java..")
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(resideInAPackage("com.google.re2j"))
                        .or(resideInAPackage("io.awsmasker..")))
                .check(PROGRAM);
    }

    static Iterable<String> pureRooms() {
        return Arrays.asList("detect", "json", "mask", "claude");
    }

    @Test
    void maskTalksToMappingsThroughTheirInterface() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "mask")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.awsmasker\\.mapping\\.(Redis|InMemory|Near).*")
                .check(PROGRAM);
    }
}
