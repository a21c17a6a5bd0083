package io.awsmasker.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The ids by which a request is found again: one for the log lines of all systems that took part, one for the answer.
 *
 * @param id the client's own {@code X-Correlation-ID} if it is a plain UUID, or a new one
 * @param requestId what stands as {@code request_id} in the gateway's own answers
 */
public record Correlation(String id, String requestId) {
    private static final String HEADER = "X-Correlation-ID";
    private static final String FIELD = "correlationId";

    /** Only ids that cannot hold an identifier are taken over, since they stand in logs. */
    private static final Pattern PLAIN = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Writes a line about the request, with the id in front of it and, in JSON, among the fields. */
    public void log(Logger log, Logger.Level level, String line) {
        MDC.put(FIELD, id);
        try {
            log.log(level, id + " " + line);
        } finally {
            MDC.remove(FIELD);
        }
    }

    /** The correlation of a request, whose answer gets it as a header. */
    public static Correlation of(HttpServerRequest request) {
        String fromClient = request.getHeader(HEADER);
        String random = UUID.randomUUID().toString().replace("-", "");
        String id = fromClient != null && PLAIN.matcher(fromClient).matches() ? fromClient : random;
        request.response().putHeader(HEADER, id);
        return new Correlation(id, "req_gw_" + random);
    }
}
