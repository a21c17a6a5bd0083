package io.awsmasker.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the API keeps for later: batches whose results come late, on another connection, from an absolute address on this host,
 * and files and skills, from forms that are read as strictly as they are written.
 */
final class StoredThings {
    private static final Pattern CUSTOM_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern PATH =
            Pattern.compile("/v1/(messages/batches|files|skills)(?:/([A-Za-z0-9_]+))?(?:/([a-z]+))?");

    private final Map<String, JsonObject> things = new LinkedHashMap<>();
    private final Map<String, String> contents = new LinkedHashMap<>();
    private final Map<String, Batch> working = new HashMap<>();
    private int made;

    /** What the API answers: an object, or a text of a type. */
    record Answer(int status, String type, String body) {
        static Answer json(JsonObject body) {
            return new Answer(200, "application/json", body.encode());
        }

        static Answer failed(String message) {
            return new Answer(400, "application/json", Reply.errorBody("invalid_request_error", message, "req_fake"));
        }
    }

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
            return action.equals("GET") ? list(path.group(1)) : create(path.group(1), request, received);
        }
        JsonObject thing = things.get(id);
        if (thing == null) {
            return new Answer(404, "application/json", Reply.errorBody("not_found_error", "no such id", "req_fake"));
        }
        Batch batch = working.get(id);
        if (batch != null && action.equals("GET results")) {
            return Answer.failed("The batch has not ended");
        }
        return switch (action) {
            case "GET" -> Answer.json(batch == null ? thing : lookedAt(id, batch, scenario));
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

    private Answer create(String kind, HttpServerRequest request, Received received) {
        return switch (kind) {
            case "files" -> file(ReceivedPart.of(received));
            case "skills" -> skill(ReceivedPart.of(received));
            default -> batch(request, received);
        };
    }

    /** A batch that is worked on: it ends when it has been looked at twice, and only then is anything answered. */
    private static final class Batch {
        private final String host;
        private final Map<String, Question> questions = new LinkedHashMap<>();
        private int looks;

        Batch(String host) {
            this.host = host;
        }
    }

    private Answer batch(HttpServerRequest request, Received received) {
        RawJson.of(received.body());
        JsonArray requests = new JsonObject(received.body()).getJsonArray("requests");
        Batch batch = new Batch(request.scheme() + "://" + request.authority());
        for (Object item : requests) {
            JsonObject one = (JsonObject) item;
            String customId = one.getString("custom_id");
            if (!CUSTOM_ID.matcher(customId).matches() || batch.questions.containsKey(customId)) {
                return Answer.failed("custom_id");
            }
            batch.questions.put(customId, new Question(one.getJsonObject("params")));
        }
        String id = "msgbatch_01HkcTjaV5uDC8jWR4ZsDV8" + made++;
        working.put(id, batch);
        things.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("type", "message_batch")
                        .put("processing_status", "in_progress")
                        .put("request_counts", counts(requests.size(), 0))
                        .put("created_at", "2026-11-21T09:00:00Z")
                        .putNull("ended_at")
                        .put("expires_at", "2026-11-22T09:00:00Z")
                        .putNull("archived_at")
                        .putNull("cancel_initiated_at")
                        .putNull("results_url"));
        return Answer.json(things.get(id));
    }

    private static JsonObject counts(int processing, int succeeded) {
        return new JsonObject()
                .put("processing", processing)
                .put("succeeded", succeeded)
                .put("errored", 0)
                .put("canceled", 0)
                .put("expired", 0);
    }

    private JsonObject lookedAt(String id, Batch batch, Scenario scenario) {
        JsonObject thing = Objects.requireNonNull(things.get(id));
        if (++batch.looks < 2) {
            return thing;
        }
        working.remove(id);
        List<String> lines = new ArrayList<>();
        batch.questions.forEach((name, question) -> lines.add(0, line(name, question, scenario.answer(question))));
        contents.put(id, String.join("\n", lines));
        return thing.put("processing_status", "ended")
                .put("request_counts", counts(0, lines.size()))
                .put("ended_at", "2026-11-21T09:30:00Z")
                .put("results_url", batch.host + "/v1/messages/batches/" + id + "/results");
    }

    /** Results come in any order, the last line without a line end. */
    private static String line(String customId, Question question, Reply reply) {
        String result = reply instanceof Reply.Message message
                ? "{\"type\":\"succeeded\",\"message\":" + Answers.message(message, question) + "}"
                : "{\"type\":\"errored\",\"error\":" + ((Reply.Failure) reply).body("req_fake") + "}";
        return "{\"custom_id\":" + Json.encode(customId) + ",\"result\":" + result + "}";
    }

    private Answer file(List<ReceivedPart> parts) {
        ReceivedPart file = parts.stream()
                .filter(part -> part.name().equals("file"))
                .findFirst()
                .orElseThrow();
        String id = "file_011CNha8iCJcU1wXNR6q4V8" + made++;
        contents.put(id, file.content());
        things.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("type", "file")
                        .put("filename", String.valueOf(file.filename()))
                        .put("mime_type", file.type())
                        .put("size_bytes", Buffer.buffer(file.content()).length())
                        .put("created_at", "2026-11-21T09:00:00Z")
                        .put("downloadable", true));
        return Answer.json(things.get(id));
    }

    private Answer skill(List<ReceivedPart> parts) {
        String name = parts.stream()
                .filter(part -> part.name().equals("display_name"))
                .map(ReceivedPart::content)
                .findFirst()
                .orElse("skill");
        String id = "skill_01AbCdEfGhIjKlMnOpQrStUv" + made++;
        things.put(
                id,
                new JsonObject()
                        .put("id", id)
                        .put("type", "skill")
                        .put("display_name", name)
                        .put("latest_version_id", "skillver_01")
                        .put("source", "custom")
                        .put("created_at", "2026-11-21T09:00:00Z")
                        .put("updated_at", "2026-11-21T09:00:00Z"));
        return Answer.json(things.get(id));
    }
}
