package io.awsmasker.testing;

import io.vertx.core.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Requests as a program without an SDK writes them, for tests that decide about every byte. */
public final class Questions {
    private Questions() {}

    /** A POST of {@code json} to {@code /v1/messages} with all headers that the API asks for. */
    public static HttpRequest.Builder post(String url, String json) {
        return to(url, "/v1/messages")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    /** A request to {@code target} with a credential and a version, still without method and body. */
    public static HttpRequest.Builder to(String url, String target) {
        return HttpRequest.newBuilder(URI.create(url + target))
                .timeout(Duration.ofSeconds(60))
                .header("x-api-key", Sdk.KEY)
                .header("anthropic-version", "2026-10-21");
    }

    /** A body with one message of the user. */
    public static String body(String text) {
        return body(text, false);
    }

    public static String body(String text, boolean streamed) {
        return "{\"model\":\"claude-opus-5-5\",\"max_tokens\":1024,\"stream\":" + streamed
                + ",\"messages\":[{\"role\":\"user\",\"content\":" + Json.encode(text) + "}]}";
    }
}
