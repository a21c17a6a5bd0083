package io.awsmasker.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of mappings does, whatever it is made of. */
abstract class MappingsContract {
    static final Duration TTL = Duration.ofDays(7);
    static final Tenant ACME = new Tenant("acme");

    Asked ours = new Asked(new InMemoryMappings(new MappingLimits(TTL, 1, 0), Instant::now), Tenant.DEFAULT);

    /** Another instance on the same store, as a second gateway would be; the first one after a test began sees it empty. */
    abstract Mappings open();

    @BeforeEach
    void openStore() {
        ours = new Asked(open(), Tenant.DEFAULT);
    }

    /** How many random cases each property gets. */
    int cases() {
        return 40;
    }

    Asked of(Tenant tenant) {
        return new Asked(ours.mappings(), tenant);
    }

    @Test
    void aValueKeepsItsToken() {
        assertEquals("EC2_001", ours.token("EC2", "i-1234567890abcdef0"));
        assertEquals("EC2_001", ours.token("EC2", "i-1234567890abcdef0"));
        assertEquals("i-1234567890abcdef0", ours.original("EC2_001"));
    }

    @Test
    void distinctValuesHaveDistinctTokensAndClassesCountSeparately() {
        assertEquals("EC2_001", ours.token("EC2", "i-1"));
        assertEquals("EC2_002", ours.token("EC2", "i-2"));
        assertEquals("VPC_001", ours.token("VPC", "vpc-1"));
        assertEquals("EC2_003", ours.token("EC2", "i-3"));
    }

    @Test
    void theFirstClassOfAValueStays() {
        assertEquals("NAME_001", ours.token("NAME", "web"));
        assertEquals("NAME_001", ours.token("ROLE", "web"));
        assertEquals("ROLE_001", ours.token("ROLE", "admin"));
    }

    @Test
    void numbersGrowBeyondThreeDigits() {
        Map<String, String> tokens = ours.tokens(ec2(1, 1001));
        assertEquals("EC2_999", tokens.get("i-999"));
        assertEquals("EC2_1000", tokens.get("i-1000"));
        assertEquals("i-100", ours.original("EC2_100"));
        assertEquals("i-1000", ours.original("EC2_1000"));
    }

    @Test
    void anEmptyCallHasAnEmptyAnswer() {
        assertEquals(Map.of(), ours.tokens(List.of()));
        assertEquals(Map.of(), ours.originals(List.of()));
    }

    @Test
    void aValueGivenTwiceInOneCallHasOneToken() {
        var web = new Identifier("NAME", "web");
        assertEquals(Map.of("web", "NAME_001"), ours.tokens(List.of(web, web, new Identifier("ROLE", "web"))));
        assertEquals(Map.of("NAME_001", "web"), ours.originals(List.of("NAME_001", "NAME_001")));
    }

    @Test
    void anyTextIsAValue() {
        var values = List.of(
                "my bucket",
                "a:b:c",
                "arn:aws:iam::123456789012:role/x",
                "fe80::1",
                "Größe",
                "机密",
                "🔑🗝",
                "\"\\\r\n\t\0",
                ":",
                "default:x",
                "%w",
                "%d_%s",
                "-1",
                "{slot}",
                "x".repeat(70_000));
        Map<String, String> tokens = ours.tokens(
                values.stream().map(value -> new Identifier("ANY", value)).toList());
        assertEquals(values.size(), new HashSet<>(tokens.values()).size());
        values.forEach(value -> {
            assertEquals(tokens.get(value), ours.token("ANY", value));
            assertEquals(value, ours.original(tokens.getOrDefault(value, "none")));
        });
    }

    @Test
    void aBigCallIsOneCall() {
        List<Identifier> many = ec2(1, 5000);
        Map<String, String> tokens = ours.tokens(many);
        assertEquals(5000, new HashSet<>(tokens.values()).size());
        assertEquals(tokens, ours.tokens(many));
        Map<String, String> originals = ours.originals(tokens.values());
        tokens.forEach((value, token) -> assertEquals(value, originals.get(token)));
    }

    @Test
    void aTokenMeansNothingToAnotherTenant() {
        assertEquals("EC2_001", ours.token("EC2", "i-ours"));
        Asked theirs = of(ACME);
        assertEquals("EC2_001", theirs.original("EC2_001"), "unknown there, so it stands for itself");
        assertEquals("EC2_002", theirs.token("EC2", "i-theirs"), "the number of the reserved token is skipped");
        assertEquals("EC2_002", ours.original("EC2_002"), "theirs is unknown here");
        assertEquals("i-ours", ours.original("EC2_001"));
        assertEquals("i-theirs", theirs.original("EC2_002"));
    }

    @Test
    void noTextOfOneTenantIsTakenForAnothersText() {
        Asked theirs = of(ACME);
        assertEquals("HERS_001", theirs.token("HERS", "x"));
        assertEquals("OURS_001", ours.token("OURS", "acme:x"));
        assertEquals("OURS_002", ours.token("OURS", "default:acme:x"));
        assertEquals("HERS_002", theirs.token("HERS", "acme:x"));
        assertEquals("OURS_003", ours.token("OURS", "acme:y"));
        assertEquals("HERS_003", theirs.token("HERS", "y"));
        assertEquals("OURS_004", ours.token("OURS", "x"));
        assertEquals("OURS_005", ours.token("OURS", "default:x"));
        assertEquals("x", theirs.original("HERS_001"));
        assertEquals("acme:x", ours.original("OURS_001"));
    }

    @Test
    void aFreeTokenShapeIsReservedAsItself() {
        assertEquals("EC2_001", ours.literal("EC2_001"));
        assertEquals("EC2_002", ours.token("EC2", "i-1"));
        assertEquals("EC2_001", ours.original("EC2_001"));
        assertEquals("EC2_001", ours.literal("EC2_001"));
    }

    @Test
    void aLiteralThatIsALiveTokenIsEscaped() {
        assertEquals("EC2_001", ours.token("EC2", "i-1"));
        assertEquals("LIT_001", ours.literal("EC2_001"));
        assertEquals("LIT_001", ours.literal("EC2_001"));
        assertEquals("EC2_001", ours.original("LIT_001"));
        assertEquals("i-1", ours.original("EC2_001"));
        assertEquals("LIT_002", ours.literal("LIT_001"), "the escape is itself a live token");
    }

    @Test
    void originalsOfACallComeBeforeItsLiterals() {
        Map<String, String> tokens =
                ours.tokens(List.of(new Identifier(Identifier.LITERAL, "EC2_001"), new Identifier("EC2", "i-1")));
        assertEquals(Map.of("i-1", "EC2_001", "EC2_001", "LIT_001"), tokens);
    }

    @Test
    void anInventedTokenMeansItselfForEver() {
        assertEquals("EC2_007", ours.original("EC2_007"));
        Map<String, String> tokens = ours.tokens(ec2(1, 10));
        assertEquals(10, new HashSet<>(tokens.values()).size());
        assertTrue(!tokens.containsValue("EC2_007"), "it is taken");
        assertEquals("EC2_007", ours.original("EC2_007"));
        assertEquals("EC2_007", ours.literal("EC2_007"));
    }

    @Test
    void theTokenOfRedactedTextIsNeverGivenOut() {
        assertEquals("SECRET_000", ours.original("SECRET_000"));
        assertEquals("SECRET_001", ours.token("SECRET", "s"));
    }

    @Test
    void onlyTokenShapesAreReserved() {
        assertEquals("i-1", ours.original("i-1"));
        assertEquals("EC2_001", ours.token("EC2", "i-1"));
        assertEquals("LIT_001", ours.literal("no token"));
        assertEquals("no token", ours.original("LIT_001"));
    }

    @Test
    void maskingAndRestoringAreInverseInAnyOrder() {
        Cases.run(cases(), random -> {
            var model = new RoundTrips(new Asked(open(), Tenant.DEFAULT), random);
            for (int step = 0; step < 100; step++) {
                model.step();
            }
            model.verify();
        });
    }

    @Test
    void maskingAndRestoringAreInverseWhenTwoInstancesRace() {
        Cases.run(cases() / 2, random -> {
            var first = open();
            var race = new RoundTrips(new Asked(first, Tenant.DEFAULT), random);
            race.stepsAtOnce(150, List.of(first, alongside(first)));
            race.verify();
        });
    }

    @Test
    void fiftyFirstUsesAtOnceYieldOneToken() {
        List<Identifier> values = new ArrayList<>(ec2(1, 200));
        List<Mappings> instances = List.of(ours.mappings(), alongside(ours.mappings()));
        List<CompletionStage<Map<String, String>>> calls = new ArrayList<>();
        Cases.run(1, random -> {
            for (int use = 0; use < 50; use++) {
                Collections.shuffle(values, random);
                for (int start = 0; start < values.size(); start += 20) {
                    calls.add(instances
                            .get(use % 2)
                            .tokensFor(Tenant.DEFAULT, List.copyOf(values.subList(start, start + 20))));
                }
            }
        });
        Map<String, String> tokens = new HashMap<>();
        for (var call : calls) {
            Asked.answer(call).forEach((value, token) -> {
                String before = tokens.putIfAbsent(value, token);
                assertTrue(before == null || before.equals(token), "one token for a value");
            });
        }
        assertEquals(200, tokens.size());
        assertEquals(200, new HashSet<>(tokens.values()).size(), "no number twice");
        assertEquals(tokens, new Asked(instances.get(1), Tenant.DEFAULT).tokens(values));
    }

    @Test
    void anEmptyOrBrokenIdentifierIsRefused() {
        for (String value : List.of("", "\ud83d", "x\udd11", "\udd11\ud83d")) {
            String message = assertRefused(value);
            assertNotEquals("", message);
            assertTrue(value.isEmpty() || !message.contains(value));
        }
    }

    @Test
    void aReadyStorePassesTheCheck() {
        Asked.answer(ours.mappings().check());
    }

    /** A second instance on a store that may already be in use. */
    Mappings alongside(Mappings first) {
        return first;
    }

    private static String assertRefused(String value) {
        try {
            return "accepted " + new Identifier("EC2", value);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static List<Identifier> ec2(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> new Identifier("EC2", "i-" + i))
                .toList();
    }
}
