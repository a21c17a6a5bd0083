package io.awsmasker.redis;

import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;

/** What is wrong with the TLS of a connection that was not made, said without the text of the failure. */
final class TlsFault {
    private TlsFault() {}

    /** A clause to be added to a message; empty if TLS was not the trouble. */
    static String in(Throwable failure) {
        boolean tls = false;
        String certificate = "";
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SslHandshakeTimeoutException) {
                return ": it does not answer the TLS handshake in time; does it hang, or does this port not speak TLS?";
            }
            if (cause instanceof CertificateExpiredException) {
                return ": its certificate has expired";
            }
            if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
                certificate =
                        ": its certificate is signed by nobody whom the gateway trusts; set masker.redis.ca-certificate";
            } else if (cause instanceof CertificateException) {
                certificate = ": its certificate is not for the host name that was connected to; set masker.redis.host "
                        + "or cluster-endpoint to the name in the certificate";
            }
            tls = tls || cause instanceof SSLException;
        }
        return certificate.isEmpty() && tls ? ": TLS cannot be agreed on; does this port speak TLS?" : certificate;
    }
}
