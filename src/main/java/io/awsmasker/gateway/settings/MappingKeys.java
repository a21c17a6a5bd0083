package io.awsmasker.gateway.settings;

import io.awsmasker.mapping.EncryptionKey;
import io.awsmasker.mapping.StoredTexts;
import io.awsmasker.redis.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys that mappings are encrypted with, each from a setting or from a file. */
public final class MappingKeys {
    private static final String NAME = "masker.mapping.encryption-key";

    private final Lookup settings;

    private MappingKeys(Lookup settings) {
        this.settings = settings;
    }

    /** Reads {@code masker.mapping.encryption-key} and what belongs to it. */
    public static StoredTexts read(Lookup settings) {
        return new MappingKeys(settings).texts();
    }

    private StoredTexts texts() {
        EncryptionKey key = key(NAME);
        EncryptionKey previous = key(NAME + "-previous");
        if (previous != null && !settings.isSet(NAME) && !settings.isSet(NAME + "-file")) {
            settings.missing(
                    NAME, "is required when " + NAME + "-previous is set; set it to the key that is written with");
        }
        return key == null ? StoredTexts.CLEAR : StoredTexts.sealed(key, previous);
    }

    private @Nullable EncryptionKey key(String name) {
        Optional<String> value = settings.text(name);
        Optional<String> file = settings.text(name + "-file");
        if (value.isPresent() && file.isPresent()) {
            settings.problem(name, "is set, and so is " + name + "-file; set one of them");
            return null;
        }
        String source = file.isPresent() ? name + "-file" : name;
        Optional<String> text = file.isPresent() ? content(source, file.get()) : value;
        try {
            return text.map(EncryptionKey::of).orElse(null);
        } catch (IllegalArgumentException e) {
            settings.problem(source, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private Optional<String> content(String name, String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            settings.problem(name, "the file cannot be read; correct the path or its permissions");
            return Optional.empty();
        }
    }
}
