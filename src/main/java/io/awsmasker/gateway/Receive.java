package io.awsmasker.gateway;

import io.awsmasker.claude.Endpoint;
import io.awsmasker.claude.EndpointTable;
import io.awsmasker.claude.Treatment;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Looks a request up in the table and reads its body. What is too large is read to its end and dropped up to a second limit,
 * so that the client gets to see the answer and can use the connection again.
 */
public final class Receive {
    /** What Claude takes in one messages request. */
    static final int MAX_BODY = 32 << 20;

    private static final int MAX_DISCARDED = 2 * MAX_BODY;

    private Receive() {}

    /** The endpoint of a request; fails with a {@link Refusal} when there is none that is served. */
    static Endpoint lookUp(HttpServerRequest request) {
        String path = request.path();
        for (Endpoint endpoint : EndpointTable.ALL) {
            if (endpoint.matches(request.method().name(), path)) {
                if (endpoint.treatment() instanceof Treatment.Refused refused) {
                    throw new Refusal(ErrorCode.SECURITY_BYPASS_ATTEMPT, refused.sentence());
                }
                return endpoint;
            }
        }
        throw new Refusal(
                ErrorCode.UNKNOWN_PATH,
                "this method and path are not in the gateway's table, and unknown means refused");
    }

    /** Reads the whole body of a request that nobody has read from; fails with a {@link Refusal} when it is too large. */
    public static Future<Buffer> body(HttpServerRequest request) {
        if (declaredLength(request) > MAX_DISCARDED) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            return Future.failedFuture(tooLarge());
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            if (declaredLength(request) > MAX_BODY) {
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                return Future.failedFuture(tooLarge());
            }
            request.response().writeContinue();
        }
        BodyReader reader = new BodyReader(request);
        request.resume();
        return reader.whole.future();
    }

    /** Reads and drops the body of a request that was refused unread, so that its connection stays usable. */
    static void discard(HttpServerRequest request) {
        if (!request.isEnded()) {
            boolean closing = request.response().headers().contains(HttpHeaders.CONNECTION);
            if (closing || declaredLength(request) > MAX_DISCARDED) {
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                request.response().endHandler(ended -> request.connection().close());
                return;
            }
            request.handler(dropped -> {});
            request.resume();
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    private static Refusal tooLarge() {
        return new Refusal(
                ErrorCode.REQUEST_TOO_LARGE,
                "the request body is larger than " + (MAX_BODY >> 20) + " MB, which is what Claude takes at once");
    }

    private static final class BodyReader {
        private final HttpServerRequest request;
        private final Promise<Buffer> whole = Promise.promise();
        private Buffer read = Buffer.buffer();
        private long length;

        BodyReader(HttpServerRequest request) {
            this.request = request;
            request.handler(this::piece);
            request.endHandler(ended -> end());
            request.exceptionHandler(broken -> whole.tryFail(new Refusal(
                    ErrorCode.BODY_INCOMPLETE, "the connection broke before the request body was complete")));
        }

        private void piece(Buffer piece) {
            length += piece.length();
            if (length <= MAX_BODY) {
                read.appendBuffer(piece);
            } else if (length <= MAX_DISCARDED) {
                read = Buffer.buffer();
            } else {
                request.pause();
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                whole.tryFail(tooLarge());
            }
        }

        private void end() {
            if (length <= MAX_BODY) {
                whole.tryComplete(read);
            } else {
                whole.tryFail(tooLarge());
            }
        }
    }
}
