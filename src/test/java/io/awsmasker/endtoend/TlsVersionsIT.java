package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.RedisServers;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which versions of TLS the packaged program offers Redis, read from the first bytes that it sends. Its JDK is told to allow
 * the old ones, so that it is the gateway that leaves them out.
 */
class TlsVersionsIT {
    private static final int HELLO = 1;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Set<Integer> TLS_1_2_AND_1_3 = Set.of(0x0303, 0x0304);

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void onlyTwoAreOffered(String verify, @TempDir Path folder) throws IOException {
        Path loose = Files.writeString(folder.resolve("loose"), "jdk.tls.disabledAlgorithms=SSLv3\n");
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(PATIENCE_MILLIS);
            Map<String, String> settings = ManagedRedisIT.environment(RedisServers.managed(
                    "masker.redis.host",
                    "127.0.0.1",
                    "masker.redis.port",
                    "" + server.getLocalPort(),
                    "masker.redis.ssl-verify",
                    verify));
            try (PackagedGateway gateway = PackagedGateway.launch(settings, "-Djava.security.properties=" + loose);
                    Socket connection = server.accept()) {
                connection.setSoTimeout(PATIENCE_MILLIS);
                var input = new DataInputStream(connection.getInputStream());
                input.skipNBytes(3);
                byte[] hello = new byte[input.readUnsignedShort()];
                input.readFully(hello);
                assertEquals(TLS_1_2_AND_1_3, offered(ByteBuffer.wrap(hello)));
                gateway.stop();
            }
        }
    }

    /** RFC 8446, 4.1.2: before the extensions stand version, random, session, ciphers and compression. */
    private static Set<Integer> offered(ByteBuffer hello) {
        assertEquals(HELLO, hello.get());
        skip(hello, 3 + 2 + 32);
        skip(hello, hello.get() & 0xFF);
        skip(hello, hello.getShort() & 0xFFFF);
        skip(hello, hello.get() & 0xFF);
        skip(hello, 2);
        while (hello.hasRemaining()) {
            int extension = hello.getShort();
            int length = hello.getShort() & 0xFFFF;
            if (extension == SUPPORTED_VERSIONS) {
                return versions(hello, hello.get() & 0xFF);
            }
            skip(hello, length);
        }
        throw new AssertionError("no list of versions");
    }

    private static Set<Integer> versions(ByteBuffer list, int bytes) {
        Set<Integer> versions = new TreeSet<>();
        for (int i = 0; i < bytes; i += 2) {
            versions.add(list.getShort() & 0xFFFF);
        }
        return versions;
    }

    private static void skip(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }
}
