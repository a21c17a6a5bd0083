package io.awsmasker.gateway.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.awsmasker.mapping.StoredTexts;
import io.awsmasker.redis.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingKeysTest {
    private static final String NAME = "masker.mapping.encryption-key";
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String MAKE_ONE = "make a key with: openssl rand -base64 32";

    @Test
    void withoutAKeyMappingsAreInClear() {
        assertEquals(StoredTexts.CLEAR, read(Map.of(NAME, " ")));
    }

    @Test
    void aKeyIsReadFromASettingOrAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        String fingerprint = read(Map.of(NAME, KEY)).fingerprint();
        assertNotEquals("", fingerprint);
        assertEquals(fingerprint, read(Map.of(NAME + "-file", file.toString())).fingerprint());
    }

    @Test
    void everyProblemIsNamedAndNoKeyShown() {
        assertFault(NAME + ": is not base64; " + MAKE_ONE, Map.of(NAME, "canary!"));
        assertFault(NAME + ": has 6 bytes instead of 32; " + MAKE_ONE, Map.of(NAME, "Y2FuYXJ5"));
        assertFault(
                NAME + "-file: the file cannot be read; correct the path or its permissions",
                Map.of(NAME + "-file", "/no/such/file"));
        assertFault(
                NAME + ": is set, and so is " + NAME + "-file; set one of them",
                Map.of(NAME, KEY, NAME + "-file", "/no/such/file"));
    }

    private static void assertFault(String problem, Map<String, String> settings) {
        var fault = assertThrows(InvalidSettings.class, () -> read(settings));
        assertEquals("AWS_MASKER_4001 INVALID_CONFIGURATION: " + problem, fault.getMessage());
    }

    private static StoredTexts read(Map<String, String> settings) {
        Lookup lookup = new Lookup(name -> Optional.ofNullable(settings.get(name)));
        StoredTexts texts = MappingKeys.read(lookup);
        InvalidSettings.refuse(lookup);
        return texts;
    }
}
