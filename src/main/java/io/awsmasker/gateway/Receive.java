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
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Looks a request up in the table and reads its body. What is too large is read to its end and dropped up to a second limit,
 * so that the client gets to see the answer and can use the connection again.
 */
public final class Receive {
    /** What Claude takes in one messages request. */
    static final int MAX_BODY = 32 << 20;

    private static final int MAX_DISCARDED = 2 * MAX_BODY;

    /** As much as the largest batch has, so that whoever sends one gets to see why it was refused. */
    private static final int MAX_DROPPED = 256 << 20;

    private Receive() {}

    /** The endpoint of a request; fails with a {@link Refusal} when there is none that is served. */
    static Endpoint lookUp(HttpServerRequest request) {
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            throw new Refusal(ErrorCode.SECURITY_BYPASS_ATTEMPT, "the request names more than one host");
        }
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        if (codings.size() > 1 || (codings.size() == 1 && !codings.get(0).equalsIgnoreCase("chunked"))) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
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
        throw new Refusal(
                ErrorCode.UNKNOWN_PATH,
                "this method and path are not in the gateway's table, and unknown means refused");
    }

    /** Reads the whole body of a request that nobody has read from; fails with a {@link Refusal} when it is too large. */
    public static Future<Buffer> body(HttpServerRequest request) {
        return body(request, length -> {});
    }

    /**
     * The same, with a watch on its growth.
     *
     * @param growth is told the length so far before more is kept, and may refuse it by throwing
     */
    static Future<Buffer> body(HttpServerRequest request, LongConsumer growth) {
        try {
            announce(request, MAX_BODY);
        } catch (Refusal refusal) {
            return Future.failedFuture(refusal);
        }
        BodyReader reader = new BodyReader(request, growth);
        request.resume();
        return reader.whole.future();
    }

    /**
     * Lets a client go on that waits for a sign to send its body.
     *
     * @throws Refusal if the body is announced as larger than {@code largest}; one that is little larger and on its way is
     *     read all the same, since many clients see no answer before they have sent all
     */
    static void announce(HttpServerRequest request, long largest) {
        boolean waiting = "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
        if (declaredLength(request) > (waiting ? largest : 2 * largest)) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            throw tooLarge(largest);
        }
        if (waiting) {
            request.response().writeContinue();
        }
    }

    /** Reads and drops the body of a request that was refused unread, so that its connection stays usable. */
    static void discard(HttpServerRequest request) {
        if (!request.isEnded()) {
            boolean closing = request.response().headers().contains(HttpHeaders.CONNECTION);
            if (closing || declaredLength(request) > MAX_DROPPED) {
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

    /** The refusal of a body that is larger than this. */
    static Refusal tooLarge(long largest) {
        return new Refusal(
                ErrorCode.REQUEST_TOO_LARGE,
                "the request body is larger than " + (largest >> 20) + " MB, which is what is masked at once");
    }

    private static final class BodyReader {
        private final HttpServerRequest request;
        private final LongConsumer growth;
        private final Promise<Buffer> whole = Promise.promise();
        private Buffer read = Buffer.buffer();
        private long length;

        BodyReader(HttpServerRequest request, LongConsumer growth) {
            this.request = request;
            this.growth = growth;
            request.handler(this::piece);
            request.endHandler(ended -> end());
            request.exceptionHandler(broken -> whole.tryFail(new Refusal(
                    ErrorCode.BODY_INCOMPLETE, "the connection broke before the request body was complete")));
        }

        private void piece(Buffer piece) {
            length += piece.length();
            if (length <= MAX_BODY && !whole.future().isComplete()) {
                try {
                    growth.accept(length);
                    read.appendBuffer(piece);
                } catch (Refusal refusal) {
                    read = Buffer.buffer();
                    whole.tryFail(refusal);
                }
            } else if (length <= MAX_DISCARDED) {
                read = Buffer.buffer();
            } else {
                request.pause();
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
                whole.tryFail(tooLarge(MAX_BODY));
            }
        }

        private void end() {
            if (length <= MAX_BODY) {
                whole.tryComplete(read);
            } else {
                whole.tryFail(tooLarge(MAX_BODY));
            }
        }
    }
}
