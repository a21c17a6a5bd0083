package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.testing.Sdk;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** A shell script with curl, which writes requests by hand and takes answers apart by hand. */
final class Curl implements ApiClient {
    private static final String STATUS = "\n<status>";
    private static final String TOOLS =
            "[{\"name\":\"aws_cli\",\"input_schema\":{\"type\":\"object\",\"properties\":{}}}]";

    /** An answer; status 0 when curl itself failed, and the body is then what it said. */
    private record Answer(int status, String body) {
        JsonObject json() {
            return new JsonObject(body);
        }
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Failed(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    @Override
    public Outcome act(Act act, String baseUrl, Task task) {
        Assumptions.assumeTrue(Program.isOnPath("curl"), "curl is not on the path: it is not tested");
        String question = new JsonArray().add(message("user", task.text())).encode();
        try {
            return switch (act) {
                case PLAIN, RETRIED -> Outcome.of(said(ask(baseUrl, task, question, "", act)));
                case STREAMED -> Outcome.of(said(ask(baseUrl, task, question, "\"stream\":true,", act)));
                case TOOLS -> toolLoop(baseUrl, task, act, "");
                case TOOLS_STREAMED -> toolLoop(baseUrl, task, act, "\"stream\":true,");
                case COUNT -> Outcome.of(String.valueOf(count(baseUrl, question) > 1));
                case BATCH -> batch(baseUrl, task, question);
                case FILE -> file(baseUrl, task);
                case ABORT -> abort(baseUrl, task, question);
                case LARGE -> Outcome.of(said(ask(baseUrl, task, large(task), "", act)));
                case IMAGE ->
                    blocks(
                            baseUrl,
                            task,
                            "{\"type\":\"image\",\"source\":{\"type\":\"base64\","
                                    + "\"media_type\":\"image/png\",\"data\":\"iVBORw0KGgo=\"}}");
                case URL ->
                    blocks(
                            baseUrl,
                            task,
                            "{\"type\":\"document\",\"source\":{\"type\":\"url\","
                                    + "\"url\":\"https://example.com/notes.pdf\"}}");
            };
        } catch (Failed e) {
            return Outcome.failed(e.status, String.valueOf(e.getMessage()));
        }
    }

    private static JsonObject message(String role, Object content) {
        return new JsonObject().put("role", role).put("content", content);
    }

    private static String body(Task task, String messages, String options) {
        return "{ \"model\":\"claude-opus-5-5\", \"max_tokens\" : 1.024e3, " + options + "\"metadata\":{\"user_id\":\""
                + task.conversation() + "\"},\"messages\":" + messages + "}";
    }

    private static JsonArray ask(String baseUrl, Task task, String messages, String options, Act act) {
        List<String> more = act == Act.RETRIED ? List.of("-f", "--retry", "2", "--stderr", "/dev/null") : List.of();
        String answer = send(baseUrl + "/v1/messages", body(task, messages, options), more)
                .body();
        return options.contains("stream") ? streamed(answer) : new JsonObject(answer).getJsonArray("content");
    }

    private static Outcome toolLoop(String baseUrl, Task task, Act act, String options) {
        String more = options + "\"tools\":" + TOOLS + ",";
        JsonArray messages = new JsonArray().add(message("user", task.text()));
        JsonArray first = ask(baseUrl, task, messages.encode(), more, act);
        JsonObject use = first.getJsonObject(first.size() - 1);
        messages.add(message("assistant", first))
                .add(message(
                        "user",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "tool_result")
                                        .put("tool_use_id", use.getString("id"))
                                        .put("content", task.toolOutput()))));
        String last = said(ask(baseUrl, task, messages.encode(), more, act));
        return new Outcome(List.of(last), List.of(use.getJsonObject("input").getString("command")), 0, "");
    }

    private static int count(String baseUrl, String messages) {
        String body = "{\"model\":\"claude-opus-5-5\",\"messages\":" + messages + "}";
        return send(baseUrl + "/v1/messages/count_tokens", body, List.of())
                .json()
                .getInteger("input_tokens");
    }

    private static Outcome batch(String baseUrl, Task task, String messages) {
        String params = "{\"model\":\"claude-opus-5-5\",\"max_tokens\":1024,\"messages\":" + messages + "}";
        String body = "{\"requests\":[{\"custom_id\":\"" + task.name() + "\",\"params\":" + params + "}]}";
        String batches = baseUrl + "/v1/messages/batches";
        JsonObject made = send(batches, body, List.of()).json();
        while (!made.getString("processing_status").equals("ended")) {
            made = send(batches + "/" + made.getString("id"), null, List.of()).json();
        }
        String results = made.getString("results_url");
        JsonObject line = send(results, null, List.of()).json();
        JsonArray content =
                line.getJsonObject("result").getJsonObject("message").getJsonArray("content");
        return Outcome.of(line.getString("custom_id"), said(content), results);
    }

    private static Outcome file(String baseUrl, Task task) {
        String form = "file=@-;filename=" + task.name() + ".txt;type=text/plain";
        String files = baseUrl + "/v1/files";
        String id = run(files, task.text(), List.of("-F", form)).json().getString("id");
        String name = send(files + "/" + id, null, List.of()).json().getString("filename");
        String text = send(files + "/" + id + "/content", null, List.of()).body();
        Outcome answer = blocks(
                baseUrl, task, "{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"" + id + "\"}}");
        return Outcome.of(name, text, answer.texts().get(0));
    }

    private static String large(Task task) {
        String block =
                new JsonObject().put("type", "text").put("text", task.text()).encode();
        return "[{\"role\":\"user\",\"content\":[" + String.join(",", Collections.nCopies(30, block)) + "]}]";
    }

    private static Outcome blocks(String baseUrl, Task task, String block) {
        String text =
                new JsonObject().put("type", "text").put("text", task.text()).encode();
        String messages = "[{\"role\":\"user\",\"content\":[" + block + "," + text + "]}]";
        return Outcome.of(said(ask(baseUrl, task, messages, "", Act.PLAIN)));
    }

    private static Outcome abort(String baseUrl, Task task, String messages) {
        Process process = program(
                        baseUrl + "/v1/messages",
                        List.of(
                                "-N",
                                "-H",
                                "content-type: application/json",
                                "--data",
                                body(task, messages, "\"stream\":true,")))
                .start();
        try (InputStream output = process.getInputStream()) {
            StringBuilder read = new StringBuilder();
            for (int b = output.read(); b >= 0 && read.indexOf("text_delta") < 0; b = output.read()) {
                read.append((char) b);
            }
            return Outcome.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Answer send(String url, @org.jspecify.annotations.Nullable String json, List<String> more) {
        List<String> options = new ArrayList<>(more);
        if (json != null) {
            options.addAll(List.of("-H", "content-type: application/json", "--data-binary", "@-"));
        }
        return run(url, json == null ? "" : json, options);
    }

    private static Answer run(String url, String input, List<String> options) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-w", STATUS + "%{http_code}"));
        Program.Ended ended = program(url, all).run(input.getBytes(UTF_8));
        int end = ended.output().lastIndexOf(STATUS);
        if (ended.status() != 0 || end < 0) {
            throw new Failed(0, ended.output());
        }
        int status = Integer.parseInt(ended.output().substring(end + STATUS.length()));
        String body = ended.output().substring(0, end);
        if (status != 200) {
            throw new Failed(status, body);
        }
        return new Answer(status, body);
    }

    private static Program program(String url, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "-q",
                "-sS",
                "--noproxy",
                "*",
                "-H",
                "x-api-key: " + Sdk.KEY,
                "-H",
                "anthropic-version: 2026-10-21"));
        command.addAll(options);
        command.add(url);
        return new Program(Path.of("target").toAbsolutePath(), command, Map.of());
    }

    private static String said(JsonArray content) {
        return content.stream()
                .map(JsonObject.class::cast)
                .filter(block -> block.getString("type").equals("text"))
                .map(block -> block.getString("text"))
                .collect(Collectors.joining());
    }

    /** The blocks of a stream, put together by hand. */
    private static JsonArray streamed(String events) {
        JsonArray content = new JsonArray();
        StringBuilder input = new StringBuilder();
        for (String line : events.split("\n", -1)) {
            if (!line.startsWith("data: ")) {
                continue;
            }
            JsonObject event = new JsonObject(line.substring("data: ".length()));
            if (event.getString("type").equals("content_block_start")) {
                content.add(event.getJsonObject("content_block"));
                input.setLength(0);
            } else if (event.getString("type").equals("content_block_delta")) {
                JsonObject delta = event.getJsonObject("delta");
                JsonObject block = content.getJsonObject(content.size() - 1);
                for (String member : List.of("text", "thinking", "signature")) {
                    if (delta.containsKey(member)) {
                        block.put(member, block.getString(member, "") + delta.getString(member));
                    }
                }
                input.append(delta.getString("partial_json", ""));
            } else if (event.getString("type").equals("content_block_stop") && !input.isEmpty()) {
                content.getJsonObject(content.size() - 1).put("input", new JsonObject(input.toString()));
            }
        }
        return content;
    }
}
