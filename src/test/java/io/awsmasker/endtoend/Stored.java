package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.Questions;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Makes things that Claude keeps through one gateway, as a program without an SDK does. */
record Stored(PackagedGateway gateway) {
    private static final String BOUNDARY = "----formdata-undici-042312345678";

    static String batch(String text) {
        return "{\"requests\":[{\"custom_id\":\"one\",\"params\":" + Questions.body(text) + "}]}";
    }

    String newBatch(String text) {
        return id(gateway.send(Questions.to(gateway.url(), "/v1/messages/batches")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(batch(text)))
                .build()));
    }

    /** The batch when it has ended; until then it has no results. */
    JsonObject ended(String batch) {
        JsonObject looked;
        do {
            HttpResponse<String> answer = gateway.send(
                    Questions.to(gateway.url(), "/v1/messages/batches/" + batch).build());
            assertEquals(200, answer.statusCode(), answer.body());
            looked = new JsonObject(answer.body());
        } while (!looked.getString("processing_status").equals("ended"));
        return looked;
    }

    String newFile(String text) {
        return id(upload("/v1/files", "file", "text/plain", text));
    }

    String newSkill(String text) {
        return id(upload("/v1/skills", "files", "text/markdown", text));
    }

    HttpResponse<String> upload(String path, String field, String type, String text) {
        return upload(path, field, type, text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> upload(String path, String field, String type, byte[] content) {
        return send(path, "identity", form(field, type, content));
    }

    /** A file in a form that comes in a coding. */
    HttpResponse<String> newFile(String coding, byte[] form) {
        return send("/v1/files", coding, form);
    }

    private HttpResponse<String> send(String path, String coding, byte[] body) {
        return gateway.send(request(gateway.url(), path, coding, body));
    }

    /** The upload of a text as a file. */
    static HttpRequest newFile(String url, String text) {
        return request(url, "/v1/files", "identity", form("file", "text/plain", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpRequest request(String url, String path, String coding, byte[] body) {
        return Questions.to(url, path)
                .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("content-encoding", coding)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** A form as undici writes it, whose boundary has as many digits as an account. */
    static byte[] form(String field, String type, byte[] content) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field
                        + "\"; filename=\"notes.txt\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        return body;
    }

    private static String id(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getString("id");
    }
}
