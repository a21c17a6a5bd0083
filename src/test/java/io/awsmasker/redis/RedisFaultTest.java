package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.awsmasker.redis.RedisException.Reason;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.redis.client.impl.types.ErrorType;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOADING Redis is loading canary | OPERATION | Redis answered LOADING: it is loading its data: wait",
                "BUSY Redis is busy running canary | OPERATION | Redis answered BUSY: it is busy with a script: wait, or end the script",
                "NOAUTH Authentication required canary | AUTHENTICATION | Redis refused the credentials (NOAUTH)",
                "ERR AUTH <canary> called without any password configured | AUTHENTICATION | Redis refused the credentials",
                "ERR invalid password canary | AUTHENTICATION | Redis refused the credentials",
                "ERR max number of clients reached canary | UNREACHABLE | Redis accepts no more clients",
                "ERR Error running script: @user_script:7: -OOM command canary | OPERATION | Redis answered OOM: its memory is full: raise maxmemory or shorten masker.mapping.ttl",
                "READONLY canary | OPERATION | Redis answered READONLY: it is a read-only replica: connect to the primary endpoint",
                "MISCONF canary | OPERATION | Redis answered MISCONF: it cannot write to its disk and takes no more writes: mend the disk",
                "CLUSTERDOWN canary | OPERATION | Redis answered CLUSTERDOWN: the cluster does not serve all slots: a master is down",
                "NOPERM canary | OPERATION | Redis answered NOPERM: the user may not run a command: give it all commands on aws:* keys",
                "ERR This instance has cluster support disabled | OPERATION | Redis is no cluster: set masker.redis.cluster-mode to false",
                "ERR DB index is out of range | OPERATION | Redis has no database of this number: set masker.redis.database to one below 16",
                "CANARY canary | OPERATION | Redis answered with an error",
                "'' | OPERATION | Redis answered with an error",
                "CONNECTION_CLOSED | UNREACHABLE | Redis cannot be reached: the connection broke",
            })
    void ofAServersErrorOnlyAKnownCodeIsKept(String text, Reason reason, String message) {
        assertNamed(reason, message, ErrorType.create(text));
    }

    @Test
    void ofAClientsFailureNothingIsKept() {
        assertNamed(
                Reason.UNREACHABLE,
                "Redis cannot be reached: connection refused",
                new ConnectException("redis://app:canary@10.0.0.1:6379: Connection refused"));
        assertNamed(
                Reason.UNREACHABLE,
                "Redis cannot be reached: its name does not resolve",
                new IllegalStateException("canary", new UnknownHostException("canary.invalid")));
        assertNamed(
                Reason.UNREACHABLE,
                "Redis cannot be reached: nothing answers at its address",
                new ConnectTimeoutException("connection timed out: canary/10.0.0.1:6379"));
        assertNamed(
                Reason.UNREACHABLE,
                "Redis cannot be reached: there is no way to its address",
                new NoRouteToHostException("No route to host: canary/10.0.0.1:6379"));
        assertNamed(Reason.UNREACHABLE, "Redis gave no answer in time", new TimeoutException("canary"));
        assertNamed(Reason.UNREACHABLE, "Redis cannot be reached", new IllegalStateException("canary"));
    }

    private static void assertNamed(Reason reason, String message, Throwable failure) {
        RedisException fault = RedisFault.of(failure);
        assertEquals(message, fault.getMessage());
        assertEquals(reason, fault.reason());
        assertNull(fault.getCause());
        assertFalse(fault.toString().contains("canary"));
    }
}
