package io.awsmasker.gateway;

import io.awsmasker.claude.ErrorBody;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** Writes a refusal as an answer that every Claude client understands, and leaves the connection in order. */
public final class RefusalAnswer {
    private static final String RETRY_AFTER_SECONDS = "5";

    private RefusalAnswer() {}

    /** Answers a request whose response has not begun. */
    public static void send(HttpServerRequest request, Correlation correlation, Refusal refusal) {
        ErrorCode code = refusal.code();
        HttpServerResponse response = request.response();
        response.setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader("request-id", correlation.requestId())
                .putHeader("x-should-retry", String.valueOf(code.retryHelps()));
        if (code.retryHelps()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        boolean givenUp = RequestBody.discard(request, code == ErrorCode.BODY_INCOMPLETE);
        response.end(Buffer.buffer(ErrorBody.of(
                        code.claudeType(),
                        refusal.getMessage(),
                        code.code(),
                        code.contractName(),
                        correlation.requestId())))
                .onComplete(answered -> {
                    if (givenUp) {
                        RequestBody.leave(request);
                    }
                });
    }

    /** Breaks an answer off where it is, so that the client cannot take it for a whole one. */
    static void cut(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
