package io.awsmasker.redis;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Names a client's failure without repeating its text. Of a server's error only the code is kept, and only if it is one
 * that Redis is known to use, since the rest may quote a key, a value or a password.
 */
final class RedisFault {
    private static final Set<String> REFUSED = Set.of("NOAUTH", "WRONGPASS");
    private static final Set<String> FAILED = Set.of(
            "NOPERM",
            "READONLY",
            "LOADING",
            "OOM",
            "MISCONF",
            "BUSY",
            "MASTERDOWN",
            "CLUSTERDOWN",
            "NOREPLICAS",
            "WRONGTYPE");
    private static final Pattern WORD = Pattern.compile("[A-Z]{3,}");

    private RedisFault() {}

    static RedisException of(Throwable failure) {
        if (failure instanceof RedisException named) {
            return named;
        }
        if (failure instanceof TimeoutException) {
            return new RedisException(Reason.UNREACHABLE, "Redis gave no answer in time");
        }
        // The client reports a connection that broke under a call as an error of this type and text.
        if (failure instanceof ErrorType error && !"CONNECTION_CLOSED".equals(error.getMessage())) {
            return ofServer(String.valueOf(error.getMessage()));
        }
        return new RedisException(Reason.UNREACHABLE, "Redis cannot be reached");
    }

    /** Scripts before Redis 7 report the error of their command in the middle of a text of their own. */
    private static RedisException ofServer(String text) {
        if (text.startsWith("ERR max number of clients")) {
            return new RedisException(Reason.UNREACHABLE, "Redis accepts no more clients");
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
            if (FAILED.contains(code)) {
                return new RedisException(Reason.OPERATION, "Redis answered " + code);
            }
        }
        return new RedisException(Reason.OPERATION, "Redis answered with an error");
    }
}
