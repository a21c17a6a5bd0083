package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one body to its end, as long as bytes keep coming: a client that has stopped in the middle would hold memory that others
 * need. However slow it is, a client that goes on is read.
 */
final class BodyReader {
    /** Without a byte; clients and networks that work pause for less. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Claude Code may open a request before its user has done typing, for up to two minutes, and says so by this header. */
    private static final String UPLOAD_AHEAD = "x-claude-code-upload-ahead";

    private static final Duration WHILE_TYPING = Duration.ofMinutes(3);

    private final HttpServerRequest request;
    private final LongConsumer growth;
    private final Silence silence;
    private @Nullable Promise<Buffer> whole;
    private Buffer read = Buffer.buffer();
    private long length;

    BodyReader(Vertx vertx, HttpServerRequest request, LongConsumer growth, Duration patience) {
        this.request = request;
        this.growth = growth;
        this.silence = new Silence(vertx, patience, () -> fail(incomplete(patience)));
    }

    static Duration patience(HttpServerRequest request) {
        return request.headers().contains(UPLOAD_AHEAD) ? WHILE_TYPING : PATIENCE;
    }

    Future<Buffer> read() {
        request.handler(this::piece);
        request.endHandler(ended -> end());
        request.exceptionHandler(broken -> fail(incomplete()));
        Promise<Buffer> promise = Promise.promise();
        whole = promise;
        request.resume();
        return promise.future();
    }

    static Refusal incomplete() {
        return new Refusal(ErrorCode.BODY_INCOMPLETE, "the connection broke before the request body was complete");
    }

    static Refusal incomplete(Duration silence) {
        return new Refusal(
                ErrorCode.BODY_INCOMPLETE,
                "no byte of the request body came for " + silence.toSeconds() + " s, and it is not complete");
    }

    private void piece(Buffer piece) {
        silence.broken();
        length += piece.length();
        if (length > RequestBody.MAX_BODY) {
            fail(RequestBody.tooLarge(RequestBody.MAX_BODY));
            return;
        }
        try {
            growth.accept(length);
            read.appendBuffer(piece);
        } catch (Refusal refusal) {
            fail(refusal);
        }
    }

    private void fail(Refusal refusal) {
        Promise<Buffer> waiting = whole;
        release();
        if (waiting != null) {
            waiting.fail(refusal);
        }
    }

    /** Whoever asked for the body has it now; the request, which lives until its answer has ended, lets go of it. */
    private void end() {
        Promise<Buffer> waiting = whole;
        Buffer body = read;
        release();
        if (waiting != null) {
            waiting.complete(body);
        }
    }

    private void release() {
        silence.over();
        read = Buffer.buffer();
        // The platform keeps the handler of exceptions, and through it would keep the body.
        whole = null;
        request.handler(null).endHandler(null);
    }
}
