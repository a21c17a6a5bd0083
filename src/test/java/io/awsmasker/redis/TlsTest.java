package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.redis.RedisException.Reason;
import io.awsmasker.testing.RealRedis;
import io.awsmasker.testing.RedisServers;
import io.awsmasker.testing.TestPem;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who passes for Redis over TLS and who does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setAddressResolverOptions(new AddressResolverOptions()
                    .setHostsValue(Buffer.buffer("127.0.0.1 localhost\n127.0.0.1 cache.example\n"))));
    private final RealRedis server = RealRedis.startTls(TestPem.SHARED);

    @AfterAll
    void close() {
        server.close();
        vertx.close();
    }

    private RedisLink link(Map<String, String> more) {
        Map<String, String> settings = RedisServers.managed(
                "masker.redis.host",
                "127.0.0.1",
                "masker.redis.port",
                "" + server.port(),
                "masker.redis.timeout",
                "20s");
        settings.putAll(more);
        return new RedisLink(
                vertx,
                RedisSettings.from(
                        name -> Optional.ofNullable(settings.get(name)).filter(text -> !text.isEmpty())));
    }

    private void assertPongs(Map<String, String> more) {
        try (RedisLink link = link(more)) {
            assertEquals(
                    "PONG",
                    Awaited.of(link.send(List.of(Request.cmd(Command.PING))))
                            .get(0)
                            .toString());
        }
    }

    private void assertRefused(String message, Map<String, String> more) {
        try (RedisLink link = link(more)) {
            RedisException fault = Awaited.fault(link.send(List.of(Request.cmd(Command.PING))));
            assertEquals(Reason.UNREACHABLE, fault.reason());
            assertEquals(message, fault.getMessage());
        }
    }

    @Test
    void oneWhomTheGivenAuthorityKnowsPasses() {
        assertPongs(Map.of());
        assertPongs(Map.of("masker.redis.host", "localhost"));
        assertPongs(Map.of("masker.redis.type", "traditional", "masker.redis.ssl-enabled", "true"));
    }

    @Test
    void oneWhomOnlyAnotherAuthorityKnowsDoesNot(@TempDir Path folder) {
        String message = "Redis cannot be reached: its certificate is signed by nobody whom the gateway trusts; "
                + "set masker.redis.ca-certificate";
        assertRefused(
                message,
                Map.of(
                        "masker.redis.ca-certificate",
                        TestPem.in(folder).certificate().toString()));
        assertRefused(message, Map.of("masker.redis.ca-certificate", ""));
    }

    @Test
    void oneWithACertificateForAnotherNameDoesNot() {
        assertRefused(
                "Redis cannot be reached: its certificate is not for the host name that was connected to; "
                        + "set masker.redis.host or cluster-endpoint to the name in the certificate",
                Map.of("masker.redis.host", "cache.example"));
    }

    @Test
    void withoutVerificationEverybodyPasses() {
        assertPongs(Map.of("masker.redis.ssl-verify", "false", "masker.redis.host", "cache.example"));
        assertPongs(Map.of("masker.redis.ssl-verify", "false", "masker.redis.ca-certificate", ""));
    }

    @Test
    void aPortWithoutTlsIsNamed() {
        try (RealRedis plain = RealRedis.start()) {
            assertRefused(
                    "Redis cannot be reached: it does not answer the TLS handshake in time; does it hang, or does this port not speak TLS?",
                    Map.of("masker.redis.port", "" + plain.port(), "masker.redis.timeout", "2s"));
        }
    }

    @Test
    void aPortWithTlsIsNamedToAClientWithout() {
        assertRefused(
                "Redis cannot be reached: it ends every connection at once; if its port speaks TLS, set"
                        + " masker.redis.ssl-enabled to true",
                Map.of("masker.redis.ssl-enabled", "false", "masker.redis.ca-certificate", ""));
    }

    @Test
    void theServerLearnsTheNameThatItIsCalledBy() throws Exception {
        var name = new CompletableFuture<String>();
        var pem = new PemKeyCertOptions()
                .setCertPath(TestPem.SHARED.certificate().toString())
                .setKeyPath(TestPem.SHARED.key().toString());
        var listening = Awaited.of(vertx.createNetServer(
                        new NetServerOptions().setSsl(true).setSni(true).setKeyCertOptions(pem))
                .connectHandler(socket -> {
                    name.complete(String.valueOf(socket.indicatedServerName()));
                    socket.close();
                })
                .listen(0, "127.0.0.1"));
        try (RedisLink link = link(Map.of(
                "masker.redis.host",
                "cache.example",
                "masker.redis.ssl-verify",
                "false",
                "masker.redis.port",
                "" + listening.actualPort()))) {
            link.send(List.of(Request.cmd(Command.PING)));
            assertEquals("cache.example", name.get(20, TimeUnit.SECONDS));
        }
    }
}
