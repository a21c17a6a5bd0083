package io.awsmasker.gateway;

import io.awsmasker.mapping.EncryptionKey;
import io.awsmasker.mapping.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the keys that mappings are encrypted with, each from a setting or from a file, and reports all that is wrong. */
public final class MappingKeys {
    private static final String NAME = "masker.mapping.encryption-key";

    private final List<String> problems = new ArrayList<>();

    private final Function<String, Optional<String>> lookup;

    private MappingKeys(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /**
     * Reads {@code masker.mapping.encryption-key} and what belongs to it.
     *
     * @param lookup the value of a setting; an empty text counts as not set
     * @throws io.quarkus.runtime.configuration.ConfigurationException naming every problem, and no key
     */
    public static Texts read(Function<String, Optional<String>> lookup) {
        return new MappingKeys(lookup).texts();
    }

    private Texts texts() {
        EncryptionKey key = key(NAME);
        EncryptionKey previous = key(NAME + "-previous");
        if (key == null && previous != null) {
            problems.add(NAME + "-previous: is set without " + NAME + "; set that to the key that is written with");
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return key == null ? Texts.CLEAR : Texts.sealed(key, previous);
    }

    private @Nullable EncryptionKey key(String name) {
        Optional<String> value = find(name);
        Optional<String> file = find(name + "-file");
        if (value.isPresent() && file.isPresent()) {
            problems.add(name + ": is set, and so is " + name + "-file; set one of them");
            return null;
        }
        String source = file.isPresent() ? name + "-file" : name;
        Optional<String> text = file.isPresent() ? content(source, file.get()) : value;
        try {
            return text.map(EncryptionKey::of).orElse(null);
        } catch (IllegalArgumentException e) {
            problems.add(source + ": " + e.getMessage());
            return null;
        }
    }

    private Optional<String> content(String name, String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)));
        } catch (IOException | InvalidPathException e) {
            problems.add(name + ": the file cannot be read; correct the path or its permissions");
            return Optional.empty();
        }
    }

    private Optional<String> find(String name) {
        return lookup.apply(name).filter(text -> !text.isBlank());
    }
}
