package io.awsmasker.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Cases;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonAgreementTest {
    private static final String ALPHABET = "{}[]:,\"\\/ \n\t-+.0123456789eEtrufalsn\u0000\u001f\u007fux";

    @Test
    void readsRandomJsonAsJacksonDoes() {
        Cases.run(10_000, random -> {
            byte[] text = RandomJson.text(random).getBytes(UTF_8);
            List<String> expected = Events.ofJackson(text);
            assertNotNull(expected, "the generator wrote invalid JSON");
            assertEquals(expected, Events.ofIndex(Indexed.text(text)));
        });
    }

    @Test
    void takesExactlyTheMutantsThatJacksonTakes() {
        int[] counts = new int[2];
        Cases.run(20_000, random -> {
            byte[] text = mutant(RandomJson.text(random).getBytes(UTF_8), random);
            byte[] before = text.clone();
            List<String> expected = Events.ofJackson(text);
            List<String> read;
            try {
                read = Events.ofIndex(Indexed.text(text));
            } catch (JsonSyntaxException refusal) {
                read = null;
                refusal.path(name -> true);
            }
            counts[read == null ? 0 : 1]++;
            assertEquals(expected, read, () -> Arrays.toString(before));
            assertArrayEquals(before, text);
        });
        assertTrue(Math.min(counts[0], counts[1]) > 1_000, "refused and taken: " + Arrays.toString(counts));
    }

    private static byte[] mutant(byte[] text, Random random) {
        byte[] mutant = text;
        for (int i = 1 + random.nextInt(3); i > 0 && mutant.length > 0; i--) {
            int at = random.nextInt(mutant.length);
            int end = Math.min(mutant.length, at + 1 + random.nextInt(3));
            Splice splice = new Splice(mutant, mutant.length);
            switch (random.nextInt(6)) {
                case 0 -> splice.replace(at, end, new byte[0]);
                case 1 -> splice.replace(at, at, letter(random));
                case 2 -> splice.replace(at, at + 1, letter(random));
                case 3 -> splice.replace(at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 4 -> splice.replace(at, at, Arrays.copyOfRange(mutant, at, end));
                default -> splice.replace(random.nextInt(4) == 0 ? at : mutant.length, mutant.length, new byte[0]);
            }
            mutant = splice.toBytes();
        }
        return mutant;
    }

    private static byte[] letter(Random random) {
        return new byte[] {(byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()))};
    }
}
