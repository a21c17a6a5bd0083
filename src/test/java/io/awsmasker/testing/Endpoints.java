package io.awsmasker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The routes of the API and their answers; runs on one event loop, so that its state needs no locks. */
final class Endpoints {
    private final Vertx vertx;
    private final Scenario scenario;
    private final PrefixCheck prefixes;
    private final Consumer<String> faults;
    private final SignedBlocks signed = new SignedBlocks();
    private final StoredThings stored = new StoredThings();

    /** @param faults is told what no good test and no good proxy brings about */
    Endpoints(Vertx vertx, Scenario scenario, PrefixCheck prefixes, Consumer<String> faults) {
        this.vertx = vertx;
        this.scenario = scenario;
        this.prefixes = prefixes;
        this.faults = faults;
    }

    void answer(HttpServerRequest request, Received received) {
        String route = received.method() + " " + received.path();
        if (!received.headers().contains("x-api-key") && !received.headers().contains("authorization")) {
            fail(request, received, Reply.Failure.of(401, "authentication_error", "x-api-key header is required"));
        } else if (route.equals("POST /v1/messages")) {
            model(request, received);
        } else if (route.equals("POST /v1/messages/count_tokens")) {
            if (parsed(request, received) != null) {
                json(request, received, 200, Answers.count(received).encode());
            }
        } else if (route.equals("GET /v1/models")) {
            json(request, received, 200, Answers.models().encode());
        } else if (route.startsWith("GET /v1/models/")) {
            String id = received.path().substring("/v1/models/".length());
            json(request, received, 200, Answers.model(id).encode());
        } else {
            stored(request, received);
        }
    }

    private void stored(HttpServerRequest request, Received received) {
        StoredThings.Answer answer;
        try {
            answer = stored.answer(request, received, scenario);
        } catch (DecodeException | IllegalArgumentException | UncheckedIOException e) {
            fail(request, received, invalid("The request body is not what it should be"));
            return;
        }
        if (answer == null) {
            fail(request, received, Reply.Failure.of(404, "not_found_error", "Not found"));
            return;
        }
        head(request, received, answer.status());
        request.response().putHeader("content-type", answer.type());
        Sender.send(vertx, request, received, scenario.delivery(), List.of(answer.body()));
    }

    private void model(HttpServerRequest request, Received received) {
        Question question = parsed(request, received);
        if (question == null) {
            return;
        }
        if (!(question.body().getValue("max_tokens") instanceof Number)) {
            fail(request, received, invalid("max_tokens: Field required"));
            return;
        }
        RawJson sent = RawJson.of(received.body());
        prefixes.asked(received, question, sent);
        String complaint = signed.complaint(question, sent);
        if (complaint != null) {
            fail(request, received, invalid(complaint));
            return;
        }
        Reply reply = scenario.answer(question);
        if (reply instanceof Reply.Failure failure) {
            fail(request, received, failure);
        } else if (reply instanceof Reply.Message script) {
            List<String> impossible = StrictOutput.broken(question, script.blocks());
            if (!impossible.isEmpty()) {
                faults.accept(received.place() + ": the model cannot write this: " + impossible);
                fail(request, received, Reply.Failure.of(500, "api_error", "The schema forbids this answer"));
                return;
            }
            Reply.Message message = new Reply.Message(signed.sign(script.blocks(), sent), script.stopReason());
            prefixes.answered(question, sent, message.blocks());
            send(request, received, question, message);
        }
    }

    private void send(HttpServerRequest request, Received received, Question question, Reply.Message message) {
        Delivery delivery = scenario.delivery();
        head(request, received, 200);
        if (question.streamed()) {
            request.response().putHeader("content-type", "text/event-stream; charset=utf-8");
            request.response().putHeader("cache-control", "no-cache");
            List<String> events = SseWriter.events(message, question, requestId(received), delivery);
            Sender.send(vertx, request, received, delivery, events);
        } else {
            request.response().putHeader("content-type", "application/json");
            Sender.send(vertx, request, received, delivery, List.of(Answers.message(message, question)));
        }
    }

    private @Nullable Question parsed(HttpServerRequest request, Received received) {
        try {
            RawJson.of(received.body());
            Question question = new Question(new JsonObject(received.body()));
            String fault = fault(question);
            if (fault == null) {
                return question;
            }
            fail(request, received, invalid(fault));
        } catch (DecodeException | UncheckedIOException | ClassCastException e) {
            fail(request, received, invalid("The request body is not valid JSON"));
        }
        return null;
    }

    private static @Nullable String fault(Question question) {
        if (!(question.body().getValue("model") instanceof String)) {
            return "model: Field required";
        }
        if (question.messages().isEmpty()) {
            return "messages: at least one message is required";
        }
        for (JsonObject message : question.messages()) {
            if (!List.of("user", "assistant", "system").contains(String.valueOf(message.getValue("role")))) {
                return "messages: unexpected role";
            }
        }
        return null;
    }

    private static Reply.Failure invalid(String message) {
        return Reply.Failure.of(400, "invalid_request_error", message);
    }

    private void fail(HttpServerRequest request, Received received, Reply.Failure failure) {
        request.response().headers().addAll(failure.headers());
        json(request, received, failure.status(), failure.body(requestId(received)));
    }

    private void json(HttpServerRequest request, Received received, int status, String body) {
        head(request, received, status);
        request.response().putHeader("content-type", "application/json").end(body);
    }

    /** The headers of the real thing: some a gateway must pass on, some it must drop. */
    private void head(HttpServerRequest request, Received received, int status) {
        HttpServerResponse response = request.response().setStatusCode(status);
        Map.of(
                        "request-id", requestId(received),
                        "anthropic-organization-id", "2d1f6f0e-3f0a-4a1b-9a53-6ad7b0f6a5ad",
                        "anthropic-ratelimit-requests-remaining", "49",
                        "anthropic-ratelimit-tokens-reset", "2026-11-21T12:00:00Z",
                        "set-cookie", "__cf_bm=fake; path=/; HttpOnly; Secure",
                        "cf-ray", "9a1b2c3d4e5f6071-FRA",
                        "strict-transport-security", "max-age=31536000",
                        "alt-svc", "h3=\":443\"; ma=86400",
                        "server", "cloudflare")
                .forEach(response::putHeader);
    }

    private static String requestId(Received received) {
        return "req_fake%06d".formatted(received.number());
    }
}
