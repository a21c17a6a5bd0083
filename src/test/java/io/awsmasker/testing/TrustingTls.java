package io.awsmasker.testing;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import redis.clients.jedis.Jedis;

/** TLS that believes everything, for a test's own way to a server that it has started itself. */
final class TrustingTls {
    private static final SSLContext CONTEXT = context();

    private TrustingTls() {}

    static Socket socket() throws IOException {
        return CONTEXT.getSocketFactory().createSocket();
    }

    static Jedis connect(String host, int port) {
        return new Jedis(host, port, true, CONTEXT.getSocketFactory(), new SSLParameters(), (name, session) -> true);
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Believer()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Believer implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
