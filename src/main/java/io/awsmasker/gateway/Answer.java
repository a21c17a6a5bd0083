package io.awsmasker.gateway;

import io.awsmasker.claude.AnswerRestoring;
import io.awsmasker.claude.Answering;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * Takes Claude's answer to the client, restored. Whole answers are read to their end first, streams pass piece by piece, and
 * what nobody here can read does not pass at all.
 */
final class Answer {
    static final String MASKED_RESPONSE = "X-Masked-Response";
    private static final int LONGEST_WHOLE = 64 << 20;

    private Answer() {}

    /** Completes when the client has the last byte. */
    static Future<Void> send(Exchange exchange, HttpClientResponse upstream, Answering answering) {
        int status = upstream.statusCode();
        if (status >= 300 && status < 400) {
            return refused(upstream, "the Claude API answered with a redirect, which would lead past the gateway");
        }
        String coding = upstream.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            return refused(upstream, "the Claude API answered in a coding that was not asked for and cannot be read");
        }
        HttpServerResponse client = exchange.response();
        client.setStatusCode(status);
        HeaderPolicy.response(upstream.headers(), client.headers());
        return isEventStream(upstream)
                ? new StreamedAnswer(exchange, upstream, answering).send()
                : whole(exchange, upstream, answering);
    }

    private static Future<Void> whole(Exchange exchange, HttpClientResponse upstream, Answering answering) {
        exchange.enter(Stage.RESTORE);
        return read(upstream)
                .compose(answer -> Future.fromCompletionStage(
                        AnswerRestoring.restore(answering, answer.getBytes()), exchange.context()))
                .compose(restored -> {
                    exchange.enter(Stage.ANSWER);
                    return exchange.response().end(Buffer.buffer(restored));
                });
    }

    private static Future<Buffer> read(HttpClientResponse upstream) {
        Promise<Buffer> whole = Promise.promise();
        Buffer read = Buffer.buffer();
        upstream.handler(piece -> {
            if (read.length() + piece.length() > LONGEST_WHOLE) {
                upstream.request().reset();
                whole.tryFail(new Refusal(ErrorCode.UPSTREAM_UNAVAILABLE, "the answer of the Claude API is too large"));
            } else {
                read.appendBuffer(piece);
            }
        });
        upstream.endHandler(ended -> whole.tryComplete(read));
        upstream.exceptionHandler(broken -> whole.tryFail(new Refusal(
                ErrorCode.UPSTREAM_UNAVAILABLE,
                "the answer of the Claude API broke off; the request was not repeated")));
        upstream.resume();
        return whole.future();
    }

    private static Future<Void> refused(HttpClientResponse upstream, String reason) {
        upstream.request().reset();
        return Future.failedFuture(new Refusal(ErrorCode.UPSTREAM_UNAVAILABLE, reason));
    }

    private static boolean isEventStream(HttpClientResponse upstream) {
        String type = upstream.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, "text/event-stream", 0, "text/event-stream".length());
    }
}
