package io.awsmasker.redis;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.Optional;
import java.util.Set;

/**
 * How the server proves who it is. The name that it must prove is the host that was connected to.
 *
 * @param verify false takes any certificate, for any name
 * @param authorities certificates in PEM; empty for those of the platform
 */
public record TlsSettings(boolean verify, Optional<String> authorities) {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

    void applyTo(NetClientOptions net) {
        net.setSsl(true)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setTrustAll(!verify)
                .setHostnameVerificationAlgorithm(verify ? "HTTPS" : "");
        if (verify) {
            authorities.ifPresent(pem -> net.setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(pem))));
        }
    }

    @Override
    public String toString() {
        if (!verify) {
            return "not verified";
        }
        return authorities.isPresent() ? "verified by own authorities" : "verified";
    }
}
