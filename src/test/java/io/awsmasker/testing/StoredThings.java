package io.awsmasker.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the API keeps for later: batches whose results come on another connection, from an absolute address on this host, and
 * files and skills, from forms that are read as strictly as they are written.
 */
final class StoredThings {
    private static final Pattern CUSTOM_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern PATH =
            Pattern.compile("/v1/(messages/batches|files|skills)(?:/([A-Za-z0-9_]+))?(?:/([a-z]+))?");
    private static final Pattern PART = Pattern.compile(
            "\r\nContent-Disposition: form-data; name=\"([a-z_]+(?:\\[])?)\"(?:; filename=\"([^\"\r\n]*)\")?"
                    + "(?:\r\nContent-Type: ([^\r\n]+))?\r\n\r\n",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, JsonObject> things = new LinkedHashMap<>();
    private final Map<String, String> contents = new LinkedHashMap<>();
    private int made;

    /** What the API answers: an object, or a text of a type. */
    record Answer(int status, String type, String body) {
        static Answer json(JsonObject body) {
            return new Answer(200, "application/json", body.encode());
        }
    }

    /** A part of a form, its bytes as Latin-1. */
    private record Part(
            String name,
            @Nullable String filename,
            @Nullable String type,
            String content) {}

    /** The answer to a request, or null when its path is none of these. */
    @Nullable
    Answer answer(HttpServerRequest request, Received received, Scenario scenario) {
        Matcher path = PATH.matcher(received.path());
        if (!path.matches()) {
            return null;
        }
        String id = path.group(2);
        String action = received.method() + (path.group(3) == null ? "" : " " + path.group(3));
        if (id == null) {
            return action.equals("GET") ? list(path.group(1)) : create(path.group(1), request, received, scenario);
        }
        JsonObject thing = things.get(id);
        if (thing == null) {
            return new Answer(404, "application/json", Reply.errorBody("not_found_error", "no such id", "req_fake"));
        }
        return switch (action) {
            case "GET" -> Answer.json(thing);
            case "POST cancel" -> Answer.json(thing.put("cancel_initiated_at", "2026-11-21T10:00:00Z"));
            case "DELETE" -> Answer.json(new JsonObject().put("id", id).put("type", deleted(things.remove(id))));
            case "GET results" -> new Answer(200, "application/x-jsonl", contents.getOrDefault(id, ""));
            case "GET content" ->
                new Answer(200, String.valueOf(thing.getValue("mime_type")), contents.getOrDefault(id, ""));
            default -> null;
        };
    }

    private static String deleted(@Nullable JsonObject thing) {
        return thing == null ? "" : thing.getString("type") + "_deleted";
    }

    private Answer list(String kind) {
        JsonArray data = new JsonArray();
        things.values().stream()
                .filter(thing -> kind.endsWith(thing.getString("type").replace("message_", "") + "es")
                        || kind.endsWith(thing.getString("type") + "s"))
                .forEach(data::add);
        return Answer.json(new JsonObject().put("data", data).put("has_more", false));
    }

    private Answer create(String kind, HttpServerRequest request, Received received, Scenario scenario) {
        return switch (kind) {
            case "files" -> file(parts(received));
            case "skills" -> skill(parts(received));
            default -> batch(request, received, scenario);
        };
    }

    private Answer batch(HttpServerRequest request, Received received, Scenario scenario) {
        RawJson.of(received.body());
        JsonArray requests = new JsonObject(received.body()).getJsonArray("requests");
        Set<String> ids = new HashSet<>();
        List<String> lines = new ArrayList<>();
        for (Object item : requests) {
            JsonObject one = (JsonObject) item;
            String customId = one.getString("custom_id");
            if (!CUSTOM_ID.matcher(customId).matches() || !ids.add(customId)) {
                return new Answer(
                        400, "application/json", Reply.errorBody("invalid_request_error", "custom_id", "req_fake"));
            }
            Question question = new Question(one.getJsonObject("params"));
            lines.add(0, line(customId, question, scenario.answer(question)));
        }
        String id = "msgbatch_01HkcTjaV5uDC8jWR4ZsDV8" + made++;
        contents.put(id, String.join("\n", lines));
        things.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("type", "message_batch")
                        .put("processing_status", "ended")
                        .put(
                                "request_counts",
                                new JsonObject()
                                        .put("processing", 0)
                                        .put("succeeded", requests.size())
                                        .put("errored", 0)
                                        .put("canceled", 0)
                                        .put("expired", 0))
                        .put("created_at", "2026-11-21T09:00:00Z")
                        .put("ended_at", "2026-11-21T09:30:00Z")
                        .put("expires_at", "2026-11-22T09:00:00Z")
                        .putNull("archived_at")
                        .putNull("cancel_initiated_at")
                        .put(
                                "results_url",
                                request.scheme() + "://" + request.authority() + "/v1/messages/batches/" + id
                                        + "/results"));
        return Answer.json(things.get(id));
    }

    /** Results come in any order, the last line without a line end. */
    private static String line(String customId, Question question, Reply reply) {
        String result = reply instanceof Reply.Message message
                ? "{\"type\":\"succeeded\",\"message\":" + Answers.message(message, question) + "}"
                : "{\"type\":\"errored\",\"error\":" + ((Reply.Failure) reply).body("req_fake") + "}";
        return "{\"custom_id\":" + Json.encode(customId) + ",\"result\":" + result + "}";
    }

    private Answer file(List<Part> parts) {
        Part file = parts.stream()
                .filter(part -> part.name().equals("file"))
                .findFirst()
                .orElseThrow();
        String id = "file_011CNha8iCJcU1wXNR6q4V8" + made++;
        contents.put(id, utf8(file.content()));
        things.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("type", "file")
                        .put("filename", utf8(String.valueOf(file.filename())))
                        .put("mime_type", file.type())
                        .put("size_bytes", file.content().length())
                        .put("created_at", "2026-11-21T09:00:00Z")
                        .put("downloadable", true));
        return Answer.json(things.get(id));
    }

    private Answer skill(List<Part> parts) {
        String name = parts.stream()
                .filter(part -> part.name().equals("display_name"))
                .map(Part::content)
                .findFirst()
                .orElse("skill");
        String id = "skill_01AbCdEfGhIjKlMnOpQrStUv" + made++;
        things.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("type", "skill")
                        .put("display_name", utf8(name))
                        .put("latest_version_id", "skillver_01")
                        .put("source", "custom")
                        .put("created_at", "2026-11-21T09:00:00Z")
                        .put("updated_at", "2026-11-21T09:00:00Z"));
        return Answer.json(things.get(id));
    }

    /** Reads a form as RFC 7578 writes it; anything else is a fault of whoever sent it. */
    private static List<Part> parts(Received received) {
        String type = received.headers().get("content-type");
        String boundary = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
        String body = received.body().toString(StandardCharsets.ISO_8859_1);
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (body.startsWith(boundary + "\r\n", at)) {
            at += boundary.length();
            Matcher head = PART.matcher(body).region(at, body.length());
            int end = body.indexOf("\r\n" + boundary, at + 1);
            if (!head.lookingAt() || end < head.end()) {
                throw new IllegalArgumentException("a part of the form is not well written");
            }
            parts.add(new Part(head.group(1), head.group(2), head.group(3), body.substring(head.end(), end)));
            at = end + 2;
        }
        if (!body.substring(at).equals(boundary + "--\r\n")) {
            throw new IllegalArgumentException("the form does not end in order");
        }
        return parts;
    }

    private static String utf8(String latin1) {
        return Buffer.buffer(latin1.getBytes(StandardCharsets.ISO_8859_1)).toString(StandardCharsets.UTF_8);
    }
}
