package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.function.LongConsumer;

/**
 * The body of a request: read, or read and dropped so that the client gets to see why it was refused and can use its
 * connection again. When it is given up instead, an HTTP/1 connection ends with it, but of HTTP/2 only its own stream.
 */
final class RequestBody {
    /** What Claude takes in one messages request. */
    static final int MAX_BODY = 32 << 20;

    /** As much as the largest batch has, so that whoever sends one gets to see why it was refused. */
    private static final int MAX_DROPPED = 256 << 20;

    private static final long NO_ERROR = 0;

    private RequestBody() {}

    /**
     * Reads the whole body of a request that nobody has read from; fails with a {@link Refusal} when it is too large.
     *
     * @param growth is told the length so far before more is kept, and may refuse it by throwing
     */
    static Future<Buffer> read(HttpServerRequest request, LongConsumer growth) {
        try {
            announce(request, MAX_BODY);
        } catch (Refusal refusal) {
            return Future.failedFuture(refusal);
        }
        return new BodyReader(Vertx.currentContext().owner(), request, growth, BodyReader.patience(request)).read();
    }

    /**
     * Lets a client go on that waits for a sign to send its body.
     *
     * @throws Refusal if the body is announced as larger than {@code largest}; one that is little larger and on its way is
     *     read all the same, since many clients see no answer before they have sent all
     */
    static void announce(HttpServerRequest request, long largest) {
        boolean waiting = isAwaited(request);
        if (declaredLength(request) > (waiting ? largest : 2 * largest)) {
            giveUp(request);
            throw tooLarge(largest);
        }
        if (waiting) {
            request.response().writeContinue();
        }
    }

    /** Says in the answer that nobody will read the rest of this body, as far as the protocol has a word for it. */
    static void giveUp(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }

    /**
     * Begins to drop the body of a request that is refused, or gives it up; to be called before the answer.
     *
     * @param stalled whether nothing more of it is to be expected
     * @return whether to {@link #leave} it behind the answer
     */
    static boolean discard(HttpServerRequest request, boolean stalled) {
        if (request.isEnded()) {
            return false;
        }
        if (stalled || declaredLength(request) > MAX_DROPPED || isGivenUp(request)) {
            giveUp(request);
            return true;
        }
        request.handler(new Drop(request));
        request.resume();
        return false;
    }

    /** Ends what was given up. */
    static void leave(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(NO_ERROR);
        } else {
            request.connection().close();
        }
    }

    private static boolean isGivenUp(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2
                ? declaredLength(request) > 2 * MAX_BODY || isAwaited(request)
                : request.response().headers().contains(HttpHeaders.CONNECTION);
    }

    private static boolean isAwaited(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
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

    /** Counts what is dropped, since a body without a length may have no end. */
    private static final class Drop implements Handler<Buffer> {
        private final HttpServerRequest request;
        private long length;

        Drop(HttpServerRequest request) {
            this.request = request;
        }

        @Override
        public void handle(Buffer piece) {
            length += piece.length();
            if (length > MAX_DROPPED) {
                request.pause();
                leave(request);
            }
        }
    }
}
