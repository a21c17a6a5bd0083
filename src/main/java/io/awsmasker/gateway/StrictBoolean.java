package io.awsmasker.gateway;

import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads {@code true} and {@code false} and nothing else: a misspelt switch stops the start and is not taken for false. */
public final class StrictBoolean implements Converter<Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean convert(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException(
                        "AWS_MASKER_4001 INVALID_CONFIGURATION: neither true nor false; set it to one of them");
        };
    }
}
