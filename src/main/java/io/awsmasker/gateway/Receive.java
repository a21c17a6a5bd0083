package io.awsmasker.gateway;

import io.awsmasker.claude.Endpoint;
import io.awsmasker.claude.EndpointTable;
import io.awsmasker.claude.Treatment;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * Looks a request up in the table. What does not stand there is not served, and a request whose beginning or end could be read
 * in two ways is not looked up at all.
 */
final class Receive {
    private Receive() {}

    /** The endpoint of a request; fails with a {@link Refusal} when there is none that is served. */
    static Endpoint lookUp(HttpServerRequest request) {
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            throw new Refusal(ErrorCode.SECURITY_BYPASS_ATTEMPT, "the request names more than one host");
        }
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.size() > 1 || (codings.size() == 1 && !codings.get(0).equalsIgnoreCase("chunked"))) {
            RequestBody.giveUp(request);
            throw new Refusal(
                    ErrorCode.CONTENT_NOT_MASKABLE,
                    "the body comes in a transfer-encoding other than chunked; compress it by content-encoding instead");
        }
        String path = request.path();
        for (Endpoint endpoint : EndpointTable.ALL) {
            if (endpoint.matches(request.method().name(), path)) {
                if (endpoint.treatment() instanceof Treatment.Refused refused) {
                    throw new Refusal(ErrorCode.SECURITY_BYPASS_ATTEMPT, refused.sentence());
                }
                return endpoint;
            }
        }
        List<String> methods = EndpointTable.methodsOf(path);
        throw new Refusal(
                ErrorCode.UNKNOWN_PATH,
                PathShape.of(request) + " is not in the gateway's table, and unknown means refused"
                        + (methods.isEmpty() ? "" : "; at this path it serves " + String.join(", ", methods)));
    }
}
