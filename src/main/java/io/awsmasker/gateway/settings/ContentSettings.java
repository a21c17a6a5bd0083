package io.awsmasker.gateway.settings;

import io.awsmasker.claude.ContentPolicy;
import io.awsmasker.redis.Lookup;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what the operator decided about content. */
final class ContentSettings {
    private static final String SERVERS = "mcp-servers";

    private ContentSettings() {}

    static ContentPolicy read(Lookup settings) {
        Lookup masker = settings.under("masker.");
        Set<String> servers = Stream.of(masker.text(SERVERS).orElse("").split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        if (!servers.stream().allMatch(ContentSettings::isAddress)) {
            masker.problem(
                    SERVERS,
                    "not all are addresses; list https addresses without user and password, separated by commas");
        }
        return new ContentPolicy(
                masker.choice("opaque-content", "block", "allow"),
                masker.choice("thinking", "masked", "restored"),
                servers);
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
