package io.awsmasker.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The ids by which a request is found again: one for the log lines of all systems that took part, one for the answer.
 *
 * @param id the client's own {@code X-Correlation-ID} if it is a plain UUID, or a new one
 * @param requestId what stands as {@code request_id} in the gateway's own answers
 */
public record Correlation(String id, String requestId) {
    private static final String HEADER = "X-Correlation-ID";

    /** Only ids that cannot hold an identifier are taken over, since they stand in logs. */
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The correlation of a request, whose answer gets it as a header. */
    public static Correlation of(HttpServerRequest request) {
        String fromClient = request.getHeader(HEADER);
        String random = random();
        String id = fromClient != null && UUID.matcher(fromClient).matches() ? fromClient : random;
        request.response().putHeader(HEADER, id);
        return new Correlation(id, "req_gw_" + random);
    }

    private static String random() {
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
