package io.awsmasker.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Claude when there is no key: answers in its shapes, on a port of the loopback, with what it was sent. The
 * thought it begins with shows the masked text, because thoughts are not restored; the text behind it is.
 */
final class EchoUpstream {
    private static final String MODEL = "claude-echo";
    private static final int PIECE = 4;

    /** A long text comes in longer pieces, so that it does not hold the event loop for seconds. */
    private static final int MOST_PIECES = 2_000;

    private EchoUpstream() {}

    /** Starts the stand-in and returns its address; blocks until it listens, so not for an event loop. */
    static URI start(Vertx vertx) {
        int port = vertx.createHttpServer()
                .requestHandler(EchoUpstream::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void handle(HttpServerRequest request) {
        switch (request.path()) {
            case "/v1/messages" -> request.body().onSuccess(body -> message(request.response(), body.toString()));
            case "/v1/messages/count_tokens" ->
                request.body()
                        .onSuccess(body -> json(
                                request.response(),
                                200,
                                new JsonObject().put("input_tokens", 1 + body.length() / PIECE)));
            case "/v1/models" -> json(request.response(), 200, models());
            default ->
                error(
                        request.response(),
                        404,
                        "not_found_error",
                        "this is the echo, which has messages, count_tokens and models only; set masker.upstream.url to"
                                + " https://api.anthropic.com to reach Claude");
        }
    }

    private static void message(HttpServerResponse response, String body) {
        try {
            JsonObject request = new JsonObject(body);
            String received = lastText(request.getJsonArray("messages", new JsonArray()));
            String thought = "This is the echo, not Claude. What reached me: " + received;
            String text = "You wrote: " + received;
            if (request.getBoolean("stream", false)) {
                stream(response, thought, text);
            } else {
                json(
                        response,
                        200,
                        message(new JsonArray().add(thinking(thought)).add(text(text)), "end_turn"));
            }
        } catch (RuntimeException e) {
            error(response, 400, "invalid_request_error", "the echo takes messages as the Claude API does");
        }
    }

    private static void stream(HttpServerResponse response, String thought, String text) {
        response.putHeader("content-type", "text/event-stream; charset=utf-8").setChunked(true);
        event(response, "message_start", new JsonObject().put("message", message(new JsonArray(), null)));
        block(response, 0, thinking(""), "thinking_delta", "thinking", thought);
        block(response, 1, text(""), "text_delta", "text", text);
        event(
                response,
                "message_delta",
                new JsonObject()
                        .put(
                                "delta",
                                new JsonObject().put("stop_reason", "end_turn").putNull("stop_sequence"))
                        .put("usage", new JsonObject().put("output_tokens", text.length() / PIECE)));
        event(response, "message_stop", new JsonObject());
        response.end();
    }

    private static void block(
            HttpServerResponse response, int index, JsonObject start, String delta, String member, String text) {
        event(
                response,
                "content_block_start",
                new JsonObject().put("index", index).put("content_block", start));
        int size = Math.max(PIECE, text.length() / MOST_PIECES);
        for (int at = 0; at < text.length(); at += size) {
            String piece = text.substring(at, Math.min(text.length(), at + size));
            event(
                    response,
                    "content_block_delta",
                    new JsonObject()
                            .put("index", index)
                            .put("delta", new JsonObject().put("type", delta).put(member, piece)));
        }
        event(response, "content_block_stop", new JsonObject().put("index", index));
    }

    private static void event(HttpServerResponse response, String name, JsonObject data) {
        response.write("event: " + name + "\ndata: "
                + new JsonObject().put("type", name).mergeIn(data).encode() + "\n\n");
    }

    private static JsonObject message(JsonArray content, @Nullable String stopReason) {
        return new JsonObject()
                .put("id", "msg_echo")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", MODEL)
                .put("content", content)
                .put("stop_reason", stopReason)
                .putNull("stop_sequence")
                .put("usage", new JsonObject().put("input_tokens", 1).put("output_tokens", 1));
    }

    private static JsonObject thinking(String thought) {
        return new JsonObject().put("type", "thinking").put("thinking", thought).put("signature", "echo");
    }

    private static JsonObject text(String text) {
        return new JsonObject().put("type", "text").put("text", text);
    }

    private static JsonObject models() {
        JsonObject model = new JsonObject()
                .put("type", "model")
                .put("id", MODEL)
                .put("display_name", "Echo")
                .put("created_at", "2026-01-01T00:00:00Z");
        return new JsonObject()
                .put("data", new JsonArray().add(model))
                .put("has_more", false)
                .put("first_id", MODEL)
                .put("last_id", MODEL);
    }

    /** The text of the last message, all its blocks joined. */
    private static String lastText(JsonArray messages) {
        if (messages.isEmpty()) {
            return "";
        }
        Object content = messages.getJsonObject(messages.size() - 1).getValue("content");
        if (!(content instanceof JsonArray blocks)) {
            return String.valueOf(content);
        }
        StringBuilder text = new StringBuilder();
        for (Object block : blocks) {
            if (block instanceof JsonObject object) {
                text.append(object.getString("text", object.encode())).append('\n');
            }
        }
        return text.toString().strip();
    }

    private static void error(HttpServerResponse response, int status, String type, String message) {
        JsonObject error = new JsonObject().put("type", type).put("message", message);
        json(response, status, new JsonObject().put("type", "error").put("error", error));
    }

    private static void json(HttpServerResponse response, int status, JsonObject body) {
        response.setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body.encode());
    }
}
