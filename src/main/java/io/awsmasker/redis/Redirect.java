package io.awsmasker.redis;

import io.vertx.redis.client.impl.types.ErrorType;
import java.util.Optional;

/**
 * A cluster node's word that another one has the slot: {@code MOVED} for good, {@code ASK} for this request only.
 *
 * @param asking whether the request must follow an {@code ASKING}
 * @param to the host is empty when it is the one that answered
 */
record Redirect(boolean asking, HostAndPort to) {
    /** Reads {@code MOVED 3999 127.0.0.1:6381}; empty for any other failure. */
    static Optional<Redirect> of(Throwable failure, HostAndPort from) {
        if (!(failure instanceof ErrorType error) || !(error.is("MOVED") || error.is("ASK "))) {
            return Optional.empty();
        }
        String text = String.valueOf(error.getMessage());
        String target = text.substring(text.lastIndexOf(' ') + 1);
        int colon = target.lastIndexOf(':');
        try {
            int port = Integer.parseInt(target.substring(colon + 1));
            String host = colon <= 0 || target.startsWith("?") ? from.host() : target.substring(0, colon);
            return Optional.of(new Redirect(error.is("ASK "), new HostAndPort(host, port)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
