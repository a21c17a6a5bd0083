package io.awsmasker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads who the gateway is to Redis, and refuses what would fail at the first connection or protect nothing. */
final class CredentialReader {
    private static final Logger LOG = Logger.getLogger(CredentialReader.class);

    private final Lookup lookup;

    CredentialReader(Lookup lookup) {
        this.lookup = lookup;
    }

    CredentialSettings read(boolean managed, boolean tls) {
        if (!managed) {
            return traditional();
        }
        return lookup.flag("iam.enabled", false) ? iam(tls) : managed(tls);
    }

    private CredentialSettings traditional() {
        Optional<String> user = lookup.text("user");
        CredentialSettings settings = secret("password", user, false, "REDIS_PASSWORD");
        if (user.isPresent() && isMissing(settings)) {
            lookup.missing("password", "is required when masker.redis.user is set; set it or password-file");
        }
        return settings;
    }

    private CredentialSettings managed(boolean tls) {
        Optional<String> user = lookup.text("user", "ELASTICACHE_USER");
        CredentialSettings settings = secret("auth-token", user, true, "ELASTICACHE_AUTH_TOKEN");
        if (user.isPresent() && isMissing(settings)) {
            lookup.missing(
                    "auth-token",
                    "redis_auth_token is required when redis_user is specified; set it, auth-token-file or iam.enabled");
        }
        if (!tls && !isMissing(settings)) {
            LOG.warn("masker.redis.ssl-enabled is false: the token goes to Redis in clear");
        }
        return settings;
    }

    private static boolean isMissing(CredentialSettings settings) {
        return settings instanceof CredentialSettings.Fixed fixed
                && fixed.secret().isEmpty();
    }

    private CredentialSettings secret(String key, Optional<String> user, boolean strict, String oldName) {
        Optional<String> file = lookup.text(key + "-file");
        if (file.isEmpty()) {
            Optional<String> secret = lookup.text(key, oldName);
            secret.filter(text -> strict && WeakToken.is(text)).ifPresent(weak -> weak(key, oldName));
            return new CredentialSettings.Fixed(user, secret);
        }
        if (lookup.isSet(key)) {
            lookup.problem(key, "is set, and so is " + key + "-file; set only one of them");
        }
        try {
            Path path = Path.of(file.get());
            String secret = Files.readString(path, UTF_8).strip();
            if (secret.isEmpty()) {
                lookup.problem(key + "-file", "the file is empty; write the secret into it");
            } else if (strict && WeakToken.is(secret)) {
                weak(key + "-file");
            }
            return new CredentialSettings.InFile(user, path, strict);
        } catch (IOException | InvalidPathException e) {
            lookup.problem(
                    key + "-file", "the file cannot be read; set it to the path of a file that holds the secret");
            return new CredentialSettings.Fixed(user, Optional.of(""));
        }
    }

    private void weak(String key, String... oldName) {
        lookup.problem(
                key,
                "the token is too weak: shorter than " + WeakToken.SHORTEST
                        + " characters or a word that everybody tries; set a random one",
                oldName);
    }

    private CredentialSettings iam(boolean tls) {
        if (!tls) {
            lookup.problem("iam.enabled", "IAM works over TLS only; set masker.redis.ssl-enabled to true");
        }
        for (String key : new String[] {"auth-token", "auth-token-file"}) {
            if (lookup.isSet(key)) {
                lookup.problem(key, "IAM makes its own tokens; take it away, or set iam.enabled to false");
            }
        }
        var roles = new AwsRoleReader(lookup);
        AwsRole role = roles.read()
                .orElseGet(() -> new AwsRole.Given(new AwsCredentials("", "", Optional.empty(), Instant.MAX)));
        String region = required("iam.region", "the region of the cache", "AWS_REGION", "AWS_DEFAULT_REGION");
        return new CredentialSettings.Iam(
                required("user", "the id of an ElastiCache user that authenticates with IAM", "ELASTICACHE_USER"),
                region,
                required("iam.cache-name", "the id of the replication group, or the name of the serverless cache")
                        .toLowerCase(Locale.ROOT),
                lookup.flag("iam.serverless", false),
                role,
                roles.sts(region));
    }

    private String required(String key, String what, String... oldNames) {
        Optional<String> text = lookup.text(key, oldNames);
        if (text.isEmpty()) {
            lookup.missing(key, "is required when masker.redis.iam.enabled is true; set it to " + what);
        }
        return text.orElse("");
    }
}
