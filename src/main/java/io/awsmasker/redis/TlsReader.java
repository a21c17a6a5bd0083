package io.awsmasker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads whether and how the connection is encrypted. */
final class TlsReader {
    private static final Logger LOG = Logger.getLogger(TlsReader.class);

    private final Lookup lookup;

    TlsReader(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The old names are those of ElastiCache, and mean nothing for a server of one's own. */
    Optional<TlsSettings> read(boolean managed) {
        boolean enabled = managed
                ? lookup.flag("ssl-enabled", true, "ELASTICACHE_SSL_ENABLED")
                : lookup.flag("ssl-enabled", false);
        boolean verify =
                managed ? lookup.flag("ssl-verify", true, "ELASTICACHE_SSL_VERIFY") : lookup.flag("ssl-verify", true);
        Optional<String> file = lookup.text("ca-certificate");
        if (!enabled) {
            if (file.isPresent()) {
                lookup.problem(
                        "ca-certificate",
                        "says how to check TLS, but masker.redis.ssl-enabled is not true; set that to true, or leave this out");
            }
            if (lookup.isSet("ssl-verify")) {
                LOG.warn(
                        "masker.redis.ssl-verify means nothing: masker.redis.ssl-enabled is not true, so the connection to"
                                + " Redis is not encrypted");
            }
            return Optional.empty();
        }
        if (!verify) {
            LOG.warn("masker.redis.ssl-verify is false: whoever stands between the gateway and Redis can pass for "
                    + "Redis and read every mapping");
        }
        return Optional.of(new TlsSettings(verify, file.flatMap(this::certificates)));
    }

    private Optional<String> certificates(String file) {
        try {
            byte[] pem = Files.readAllBytes(Path.of(file));
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .isEmpty()) {
                throw new CertificateException("none");
            }
            return Optional.of(new String(pem, UTF_8));
        } catch (IOException | InvalidPathException e) {
            lookup.problem("ca-certificate", "the file cannot be read; set it to the path of a PEM file");
        } catch (CertificateException e) {
            lookup.problem(
                    "ca-certificate", "the file holds no certificate in PEM; set it to the path of one that does");
        }
        return Optional.empty();
    }
}
