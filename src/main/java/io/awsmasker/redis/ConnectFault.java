package io.awsmasker.redis;

import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

/**
 * What kept a connection from being made, in words for people. Nothing of the failure's own text is repeated, since it names
 * hosts and may name users.
 */
public final class ConnectFault {
    private ConnectFault() {}

    /** A clause for behind "cannot be reached", beginning with a colon; empty if no kind is known for this failure. */
    public static String in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String kind = kind(cause);
            if (!kind.isEmpty()) {
                return ": " + kind;
            }
        }
        return "";
    }

    private static String kind(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "its name does not resolve";
        }
        if (cause instanceof ConnectTimeoutException) {
            return "nothing answers at its address";
        }
        if (cause instanceof NoRouteToHostException) {
            return "there is no way to its address";
        }
        boolean refused = cause instanceof ConnectException
                && String.valueOf(cause.getMessage()).contains("Connection refused");
        return refused ? "connection refused" : "";
    }
}
