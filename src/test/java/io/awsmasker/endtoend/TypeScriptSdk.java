package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The official TypeScript SDK in a process of Node.js for each act. */
final class TypeScriptSdk implements ApiClient {
    @Override
    public Outcome act(Act act, String baseUrl, Task task) {
        JsonObject input = new JsonObject()
                .put("conversation", task.conversation())
                .put("text", task.text())
                .put("toolOutput", task.toolOutput())
                .put("name", task.name());
        Program node =
                new Program(NpmPackages.installed(), List.of("node", "acceptance.js", act.name(), baseUrl), Map.of());
        Program.Ended ended = node.run(input.encode().getBytes(UTF_8));
        JsonObject saw = new JsonObject(ended.output());
        return new Outcome(
                texts(saw, "texts"), texts(saw, "inputs"), saw.getInteger("status", 0), saw.getString("message", ""));
    }

    private static List<String> texts(JsonObject saw, String member) {
        return saw.getJsonArray(member, new JsonArray()).stream()
                .map(String::valueOf)
                .toList();
    }
}
