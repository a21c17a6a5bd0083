package io.awsmasker.failsecure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Opaque values never fire, whatever they are made of; what stands between them always does. */
class ProofNoiseTest {
    private static final int SIZE = 12_500_000;
    /** What the generated part of a pod's name is made of. */
    private static final String POD = "bcdfghjklmnpqrstvwxz2456789";

    private final long seed = ProofSamples.seed();
    private final Random chance = new Random(seed);

    @Test
    void randomBase64() {
        assertClean(blob(ProofSamples.BASE64, 4_000));
    }

    @Test
    void randomBase64Url() {
        assertClean(blob(ProofSamples.BASE64URL, 4_000));
    }

    @Test
    void randomHex() {
        assertClean(blob(ProofSamples.HEX, 40));
    }

    @Test
    void randomUuids() {
        StringBuilder text = new StringBuilder(SIZE);
        while (text.length() < SIZE) {
            text.append(new UUID(chance.nextLong(), chance.nextLong())).append('\n');
        }
        assertClean(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** What people and Kubernetes name with hyphens, behind the shortest prefixes. */
    @Test
    void hyphenatedNames() {
        List<String> first = List.of(
                "d", "e", "o", "j", "m", "s", "t", "ws", "wsd", "ps", "ri", "oi", "if", "ig", "ci", "df", "ou", "car",
                "cap");
        List<String> words = List.of(
                "mail",
                "commerce",
                "learning",
                "insurance",
                "handler",
                "transport",
                "bien",
                "ensemble",
                "service",
                "OK");
        StringBuilder text = new StringBuilder(SIZE);
        while (text.length() < SIZE) {
            text.append(ProofSamples.oneOf(chance, first)).append('-');
            text.append(
                    switch (chance.nextInt(6)) {
                        case 0 -> ProofSamples.oneOf(chance, words);
                        case 1 -> ProofSamples.oneOf(chance, words) + chance.nextInt(100_000);
                        case 2 -> String.valueOf(chance.nextLong(10_000_000_000_000L));
                        case 3 ->
                            ProofSamples.random(chance, POD, 8 + chance.nextInt(3)) + "-"
                                    + ProofSamples.random(chance, POD, 5);
                        case 4 ->
                            ProofSamples.oneOf(chance, words) + "-" + ProofSamples.oneOf(chance, words)
                                    + chance.nextInt(10);
                        default -> new UUID(chance.nextLong(), chance.nextLong());
                    });
            text.append(ProofSamples.oneOf(chance, List.of(" ", "\n", ", ", "\" : \"", "-", ".", "/")));
        }
        assertClean(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void randomNames() {
        assertClean(blob(ProofSamples.BASE64URL, 22));
    }

    @Test
    void protocolIds() {
        String base62 = ProofSamples.BASE64.substring(0, 62);
        StringBuilder text = new StringBuilder();
        for (String prefix :
                List.of("msg_01", "req_011", "toolu_01", "srvtoolu_01", "file_01", "container_01", "agent_01")) {
            for (int n = 0; n < 10_000; n++) {
                text.append(prefix)
                        .append(ProofSamples.random(chance, base62, 22))
                        .append(' ');
            }
        }
        assertClean(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aLeakBetweenNoiseIsAlwaysFoundAndATokenNever() {
        List<String> leaks = ProofSamples.SHAPES.keySet().stream().sorted().toList();
        String noise = "abc XYZ 019 -_.:/ {}[]\",'\n" + ProofSamples.HEX;
        for (int n = 0; n < 10_000; n++) {
            String before = ProofSamples.random(chance, noise, chance.nextInt(60)) + " ";
            String after = " " + ProofSamples.random(chance, noise, chance.nextInt(60));
            String leak = ProofSamples.oneOf(chance, leaks);
            assertEquals(ProofSamples.SHAPES.get(leak), ProofSamples.kind(before + leak + after), () -> "seed " + seed);
            String masked = before + ProofSamples.oneOf(chance, ProofSamples.MASKED) + after;
            assertEquals("", ProofSamples.kind(masked), () -> "seed " + seed + ": " + masked);
        }
    }

    private void assertClean(byte[] body) {
        assertEquals(
                Optional.empty(),
                new OutgoingProof(List.of(), ProofExemptions.NONE).check(body, 0, body.length),
                () -> "seed " + seed);
    }

    private byte[] blob(String alphabet, int line) {
        byte[] characters = alphabet.getBytes(StandardCharsets.US_ASCII);
        byte[] text = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            text[i] = i % line == 0 ? (byte) '"' : characters[chance.nextInt(characters.length)];
        }
        return text;
    }
}
