package io.awsmasker.gateway.settings;

import io.awsmasker.claude.ContentPolicy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.failsecure.GuardSettings;
import io.awsmasker.mapping.StoredTexts;
import io.awsmasker.redis.Lookup;
import io.awsmasker.redis.RedisSettings;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * All settings of the gateway, read and checked in one go before anything is made of them: so that whatever is wrong with
 * them stops the start, in one message, whichever part would have noticed it first.
 *
 * @param redis empty when mappings are kept in memory
 * @param texts how they stand in Redis
 * @param publicUrl where clients reach the gateway, if not where requests say
 * @param logMaskedRequests whether each request leaves a line that says what was masked in it, by type and number
 */
public record GatewaySettings(
        UpstreamSettings upstream,
        MappingSettings mapping,
        Optional<RedisSettings> redis,
        StoredTexts texts,
        CacheSettings cache,
        GuardSettings guard,
        ContentPolicy content,
        Rules rules,
        Optional<String> publicUrl,
        boolean logMaskedRequests) {
    private static final Pattern PUBLIC_URL =
            Pattern.compile("https?://[A-Za-z0-9._\\[\\]:-]+(/[A-Za-z0-9._~/-]*[A-Za-z0-9._~-])?");

    /**
     * Reads what the operator wrote.
     *
     * @throws InvalidSettings naming every problem
     */
    public static GatewaySettings read(Config config) {
        Lookup settings = new Lookup(name -> value(name, config));
        settings.problems().addAll(SettingNames.unknown(config));
        MappingSettings mapping = MappingSettings.read(settings);
        GatewaySettings all = new GatewaySettings(
                UpstreamSettings.read(settings),
                mapping,
                mapping.useRedis() ? Optional.of(RedisSettings.read(settings)) : Optional.empty(),
                mapping.useRedis() ? MappingKeys.read(settings) : StoredTexts.CLEAR,
                CacheSettings.read(settings, mapping.useRedis()),
                guard(settings.under("masker.circuit.")),
                ContentSettings.read(settings),
                RulesReader.read(config, settings),
                publicUrl(settings.under("masker.")),
                settings.flag("masker.log-masked-requests", false, "LOG_MASKED_REQUESTS"));
        InvalidSettings.refuse(settings);
        UnknownOldNames.warn(config);
        if (!mapping.useRedis()) {
            RedisIgnored.warn(settings);
        }
        return all;
    }

    /**
     * What stands under a name.
     *
     * @throws NoSuchElementException if it refers to what is not set, which the configuration would take for nothing
     */
    public static Optional<String> value(String name, Config config) {
        ConfigValue found = config.getConfigValue(name);
        if (found.getValue() == null
                && found.getRawValue() != null
                && found.getRawValue().contains("${")) {
            throw new NoSuchElementException(name);
        }
        return Optional.ofNullable(found.getValue());
    }

    private static Optional<String> publicUrl(Lookup masker) {
        Optional<String> url = masker.text("public-url");
        url.filter(text -> !PUBLIC_URL.matcher(text).matches())
                .ifPresent(bad -> masker.problem(
                        "public-url",
                        "not an address; set it to one like https://masker.example.com, without a slash at its end, query"
                                + " or user"));
        return url;
    }

    private static GuardSettings guard(Lookup circuit) {
        Duration least = Duration.ofMillis(1);
        return new GuardSettings(
                circuit.number("failures", 5, 1, Integer.MAX_VALUE),
                circuit.duration("delay", Duration.ofSeconds(30), least, Duration.ofDays(1)),
                circuit.number("successes", 3, 1, Integer.MAX_VALUE),
                circuit.duration("timeout", Duration.ofSeconds(5), least, Duration.ofHours(1)),
                circuit.number("concurrency", 256, 1, 1_000_000));
    }
}
