package io.awsmasker.failsecure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** An identifier is found whatever way and however often it is escaped. */
class ProofEscapesTest {
    private static final List<UnaryOperator<String>> ESCAPES = List.of(
            text -> text,
            text -> each(text, c -> String.format("\\u%04x", (int) c)),
            text -> each(text, c -> String.format("\\u%04X", (int) c)),
            text -> String.format("\\u%04x", (int) text.charAt(0)) + text.substring(1),
            text -> text.replace("-", "\\u002d").replace(":", "\\u003a").replace(".", "\\u002e"),
            text -> text.replace("/", "\\/"),
            text -> text.replace("-", "\\\\-").replace(".", "\\\\."),
            text -> each(text, c -> String.format("%%%02X", (int) c)),
            text -> text.replace("-", "%2D")
                    .replace(":", "%3a")
                    .replace("/", "%2F")
                    .replace(".", "%2e"),
            text -> text.replace("-", "%252D").replace(":", "%25253A").replace("/", "%252F"),
            text -> text.replace("-", "\\u00252D").replace(":", "\\u00253A").replace("/", "\\u00252f"));

    private static final List<String> FRAMES = List.of(
            "%s",
            "\"%s\"", "one\n%s\r\ntwo", "\t%s\t", "\u001b[32m%s\u001b[0m", "\f%s\b", "C:\\%s\\", "\u0001%s\u0002");

    @Test
    void everyShapeIsFoundInEveryEscapeAtEveryDepth() {
        ProofSamples.SHAPES.forEach((text, kind) -> {
            for (UnaryOperator<String> escape : ESCAPES) {
                for (String frame : FRAMES) {
                    String body = jsonString(frame).replace("%s", escape.apply(text));
                    for (int depth = 1; depth <= 4; depth++) {
                        String found = body;
                        assertEquals(kind, ProofSamples.kind(body), () -> found);
                        body = jsonString(body);
                    }
                }
            }
        });
    }

    @Test
    void maskedTextIsNoLeakInAnyEscape() {
        for (String text : ProofSamples.MASKED) {
            for (UnaryOperator<String> escape : ESCAPES) {
                for (String frame : FRAMES) {
                    String body = jsonString(frame).replace("%s", escape.apply(jsonString(text)));
                    assertEquals("", ProofSamples.kind(body), body);
                    assertEquals("", ProofSamples.kind(jsonString(jsonString(body))), body);
                }
            }
        }
    }

    @Test
    void aBackslashBeforeANameIsReadBothWays() {
        assertEquals("TGW", ProofSamples.kind("C:\\\\tgw-0c1b2a39485766778"));
        assertEquals("NAT", ProofSamples.kind("C:\\\\nat-0c1b2a39485766778"));
        assertEquals("VPC", ProofSamples.kind("line\\\\nvpc-0c1b2a39485766778"));
        assertEquals("VPC", ProofSamples.kind("line\\\\\\\\nvpc-0c1b2a39485766778"));
        assertEquals("VPC", ProofSamples.kind("\\\\033[1;32mvpc-0c1b2a39485766778"));
        assertEquals("VPC", ProofSamples.kind("\\u005cu0076pc-0c1b2a39485766778"));
        assertEquals("VPC", ProofSamples.kind("\\u005c\\u005cnvpc-0c1b2a39485766778"));
        assertEquals("", ProofSamples.kind("xnvpc-0c1b2a39485766778"));
        assertEquals("", ProofSamples.kind("[32mvpc-0c1b2a39485766778"));
    }

    @Test
    void brokenEscapesAreText() {
        for (String text : List.of(
                "\\",
                "\\u",
                "\\u00",
                "%",
                "%2",
                "%zz",
                "\\ud83d",
                "\\ud83d\\u0041",
                "\\\\\\",
                "%25",
                "%ff",
                "\\u005c")) {
            assertEquals("", ProofSamples.kind(text));
            assertEquals("VPC", ProofSamples.kind(text + " vpc-6d461be2"), text);
            assertEquals("VPC", ProofSamples.kind("vpc-6d461be2 " + text), text);
        }
    }

    @Test
    void randomNoiseOfEscapesNeverFailsAndKeepsTheOffset() {
        long seed = ProofSamples.seed();
        Random chance = new Random(seed);
        for (int n = 0; n < 10_000; n++) {
            String noise = ProofSamples.random(chance, "\\\\\\%u0259aCd:/\"n ", chance.nextInt(40));
            String body = noise + " é vpc-6d461be2 " + noise;
            byte[] before = (noise + " é ").getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    new Leak("VPC", before.length),
                    ProofSamples.check(body, List.of()).orElseThrow(),
                    () -> "seed " + seed + ": " + body);
        }
    }

    @Test
    void aLeakIsFoundAtEveryEdgeOfTheWindow() {
        String shape = "internal-shop-1673268249.eu-west-1.elb.amazonaws.com";
        for (int before = 31_500; before < 33_500; before += 7) {
            String body = "\\n" + "x ".repeat(before / 2) + shape + " y".repeat(40_000);
            assertEquals(
                    new Leak("ELBDNS", 2 + before / 2 * 2),
                    ProofSamples.check(body, List.of()).orElseThrow());
            String original = "orders-" + "z".repeat(2_000) + "-eu";
            String masked = "\\n" + "x ".repeat(before / 2) + original + " y".repeat(40_000);
            assertEquals(
                    new Leak(Leak.ORIGINAL, 2 + before / 2 * 2),
                    ProofSamples.check(masked, List.of(original)).orElseThrow());
        }
    }

    private interface PerCharacter {
        String escaped(char c);
    }

    private static String each(String text, PerCharacter escape) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(escape.escaped((char) c)));
        return escaped.toString();
    }

    private static String jsonString(String text) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\f' -> json.append("\\f");
                case '\b' -> json.append("\\b");
                case '"', '\\' -> json.append('\\').append(c);
                default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return json.toString();
    }
}
