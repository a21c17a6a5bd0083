package io.awsmasker.gateway;

import io.awsmasker.claude.ContentPolicy;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Reads what the operator decided about content; a value that means nothing stops the start, with its remedy. */
final class ContentSettings {
    private static final String OPAQUE = "masker.opaque-content";
    private static final String THINKING = "masker.thinking";
    private static final String MCP = "masker.mcp-servers";

    private ContentSettings() {}

    static ContentPolicy read(Config config) {
        List<String> faults = new ArrayList<>();
        boolean opaque = choice(config, OPAQUE, "block", "allow", faults);
        boolean thinking = choice(config, THINKING, "masked", "restored", faults);
        Set<String> servers = Stream.of(
                        config.getOptionalValue(MCP, String.class).orElse("").split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!servers.stream().allMatch(ContentSettings::isAddress)) {
            faults.add(MCP + " must be a list of https addresses without user and password, separated by commas");
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException("AWS_MASKER_4001 INVALID_CONFIGURATION: " + String.join("; ", faults));
        }
        return new ContentPolicy(opaque, thinking, servers);
    }

    /** Whether the second of two words was chosen; the first is the default. */
    private static boolean choice(Config config, String name, String first, String second, List<String> faults) {
        String chosen =
                config.getOptionalValue(name, String.class).orElse(first).strip();
        if (!chosen.equals(first) && !chosen.equals(second)) {
            faults.add(name + " must be " + first + " or " + second);
        }
        return chosen.equals(second);
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
