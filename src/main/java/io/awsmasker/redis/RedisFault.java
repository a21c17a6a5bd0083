package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.redis.client.impl.types.ErrorType;
import java.net.SocketException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Names a client's failure without repeating its text. Of a server's error only the code is kept, and only if it is one
 * that Redis is known to use, since the rest may quote a key, a value or a password.
 */
final class RedisFault {
    private static final Set<String> REFUSED = Set.of("NOAUTH", "WRONGPASS");
    /** What each means for an operator. */
    private static final Map<String, String> FAILED = Map.ofEntries(
            Map.entry("NOPERM", "the user may not run a command: give it all commands on aws:* keys"),
            Map.entry("READONLY", "it is a read-only replica: connect to the primary endpoint"),
            Map.entry("LOADING", "it is loading its data: wait"),
            Map.entry("OOM", "its memory is full: raise maxmemory or shorten masker.mapping.ttl"),
            Map.entry("MISCONF", "it cannot write to its disk and takes no more writes: mend the disk"),
            Map.entry("BUSY", "it is busy with a script: wait, or end the script"),
            Map.entry("MASTERDOWN", "it is a replica that has lost its master"),
            Map.entry("CLUSTERDOWN", "the cluster does not serve all slots: a master is down"),
            Map.entry("NOREPLICAS", "it has too few replicas to take writes"),
            Map.entry("MOVED", "it is a cluster: set masker.redis.cluster-mode and cluster-endpoint"),
            Map.entry("WRONGTYPE", "a key of the gateway holds what another program has written"));

    private static final String ANSWERED = "Redis answered ";
    private static final Pattern WORD = Pattern.compile("[A-Z]{3,}");

    private static final String CLOSED = "CONNECTION_CLOSED";

    private RedisFault() {}

    /** Of a connection without TLS that was not made: a server that waits for TLS ends it at the first word. */
    static Throwable ofConnecting(Throwable failure) {
        boolean reset = failure.getClass().equals(SocketException.class);
        return reset || (failure instanceof ErrorType error && CLOSED.equals(error.getMessage()))
                ? new RedisException(
                        Reason.UNREACHABLE,
                        "Redis cannot be reached: it ends every connection at once; if its port speaks TLS, set "
                                + "masker.redis.ssl-enabled to true")
                : failure;
    }

    /** Whether it is what {@link #of} makes of a command that the user may not run. */
    static boolean denies(Throwable failure) {
        return failure instanceof RedisException
                && String.valueOf(failure.getMessage()).startsWith(ANSWERED + "NOPERM");
    }

    static RedisException of(Throwable failure) {
        if (failure instanceof RedisException named) {
            return named;
        }
        if (failure instanceof TimeoutException) {
            return new RedisException(Reason.UNREACHABLE, "Redis gave no answer in time");
        }
        // The client reports a connection that broke under a call as an error of this type and text.
        if (failure instanceof ErrorType error && !CLOSED.equals(error.getMessage())) {
            return ofServer(String.valueOf(error.getMessage()));
        }
        return new RedisException(Reason.UNREACHABLE, "Redis cannot be reached" + kind(failure));
    }

    private static String kind(Throwable failure) {
        if (failure instanceof ErrorType) {
            return ": the connection broke";
        }
        String tls = TlsFault.in(failure);
        return tls.isEmpty() ? ConnectFault.in(failure) : tls;
    }

    /** Scripts before Redis 7 report the error of their command in the middle of a text of their own. */
    private static RedisException ofServer(String text) {
        if (text.startsWith("ERR max number of clients")) {
            return new RedisException(Reason.UNREACHABLE, "Redis accepts no more clients");
        }
        if (text.startsWith("ERR This instance has cluster support disabled")) {
            return new RedisException(Reason.OPERATION, "Redis is no cluster: set masker.redis.cluster-mode to false");
        }
        if (text.startsWith("ERR DB index") || text.startsWith("ERR invalid DB index")) {
            return new RedisException(
                    Reason.OPERATION,
                    "Redis has no database of this number: set masker.redis.database to one below 16");
        }
        if (text.startsWith("ERR AUTH") || text.startsWith("ERR invalid password")) {
            return new RedisException(Reason.AUTHENTICATION, "Redis refused the credentials");
        }
        var words = WORD.matcher(text);
        while (words.find()) {
            String code = words.group();
            if (REFUSED.contains(code)) {
                return new RedisException(Reason.AUTHENTICATION, "Redis refused the credentials (" + code + ")");
            }
            String meaning = FAILED.get(code);
            if (meaning != null) {
                return new RedisException(Reason.OPERATION, ANSWERED + code + ": " + meaning);
            }
        }
        return new RedisException(Reason.OPERATION, "Redis answered with an error");
    }
}
