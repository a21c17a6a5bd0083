package io.awsmasker.detect.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.Cases;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a key is what reading it anew would say, whatever stood in front of it when it was met first. */
class BareKeysTest {
    private static final List<String> WORDS = List.of(
            "bucket",
            "Bucket",
            "name",
            "Name",
            "names",
            "db",
            "instance",
            "id",
            "ID",
            "role",
            "function",
            "value",
            "Values",
            "user",
            "password",
            "arn",
            "queue",
            "stack",
            "s3",
            "key",
            "type",
            "error",
            "x",
            "table",
            "default",
            "values");
    private static final List<String> JOINTS = List.of("", "", "_", "-", ".");
    private static final List<String> IN_FRONT = List.of(
            " ", "\n", "\t", ".", "-", " --", "$", "\"", "/", "(", ",", "\\n", "{", "%20", "%2d", "&quot;", "@", "ü",
            "\\u002d");

    @Test
    void saysOfAKeyWhatReadingItSays() {
        Vocabulary vocabulary = new Vocabulary();
        Cases.run(20_000, random -> {
            byte[] text = (one(random, List.of("", "the ", "resource ")) + one(random, IN_FRONT) + key(random))
                    .getBytes(UTF_8);
            int from = random.nextInt(4) == 0 ? Math.max(0, text.length - random.nextInt(text.length)) : 0;

            BareKeys.Key remembered = vocabulary.bareKeys.find(text, from, text.length);

            IdentifierType type = vocabulary.keys.find(text, from, text.length);
            String shown = new String(text, from, text.length - from, UTF_8);
            assertEquals(type, remembered.type(), shown);
            assertEquals(
                    type == null ? vocabulary.vagueKeys.find(text, from, text.length) : null,
                    remembered.vague(),
                    shown);
            assertEquals(KeyTraits.of(text, from, text.length), remembered.traits(), shown);
        });
    }

    /** So many keys of the same beginning and end, or end alone, that many take each other's place. */
    @ParameterizedTest
    @ValueSource(strings = {"", "quayquay"})
    void tellsKeysApartThatLieInOnePlace(String beginning) {
        Vocabulary vocabulary = new Vocabulary();
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                for (String kind : List.of("Log", "Web", "Cache", "Subnet")) {
                    byte[] text = (" " + beginning + first + second + kind + "GroupName").getBytes(UTF_8);
                    assertEquals(
                            vocabulary.keys.find(text, 0, text.length),
                            vocabulary.bareKeys.find(text, 0, text.length).type(),
                            new String(text, UTF_8));
                }
            }
        }
    }

    private static String key(Random random) {
        StringBuilder key = new StringBuilder(one(random, WORDS));
        for (int more = random.nextInt(4); more > 0; more--) {
            key.append(one(random, JOINTS)).append(one(random, WORDS));
        }
        return key.toString();
    }

    private static String one(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
