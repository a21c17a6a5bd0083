package io.awsmasker.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A {@link TestCertificate} as the PEM files that Redis reads; being self-signed, it is its own authority. */
public record TestPem(Path certificate, Path key) {
    /** Made once for all tests of a run: for localhost and 127.0.0.1. */
    public static final TestPem SHARED = in(Scratch.folder("redis-tls"));

    /** Makes a new one in {@code folder}. */
    public static TestPem in(Path folder) {
        TestCertificate made = TestCertificate.in(folder);
        try (var input = Files.newInputStream(made.keyStore())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(input, made.password().toCharArray());
            String alias = store.aliases().nextElement();
            return new TestPem(
                    write(
                            folder.resolve("redis.crt"),
                            "CERTIFICATE",
                            store.getCertificate(alias).getEncoded()),
                    write(
                            folder.resolve("redis.key"),
                            "PRIVATE KEY",
                            store.getKey(alias, made.password().toCharArray()).getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
        return file;
    }

    /** Lines of {@code redis.conf} that make a server, and the nodes of a cluster among themselves, use it. */
    String[] configuration() {
        return new String[] {
            "tls-cert-file " + certificate,
            "tls-key-file " + key,
            "tls-ca-cert-file " + certificate,
            "tls-auth-clients no",
            "tls-replication yes",
            "tls-cluster yes"
        };
    }
}
