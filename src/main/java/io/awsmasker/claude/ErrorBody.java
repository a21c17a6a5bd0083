package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.json.JsonString;

/** An error in Claude's own shape, which every SDK understands, with the code and name of the gateway's refusal added. */
public final class ErrorBody {
    private ErrorBody() {}

    /** The body of a refusal. */
    public static byte[] of(String type, String message, String code, String name, String requestId) {
        StringBuilder json = new StringBuilder("{\"type\":\"error\",\"error\":{");
        member(json, "type", type).append(',');
        member(json, "message", message).append(',');
        member(json, "code", code).append(',');
        member(json, "name", name).append("},");
        return member(json, "request_id", requestId).append('}').toString().getBytes(UTF_8);
    }

    /** The same as an event in a stream that has begun. */
    public static byte[] event(String type, String message, String code, String name, String requestId) {
        return ServerSentEvent.written("error", of(type, message, code, name, requestId));
    }

    private static StringBuilder member(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"");
        JsonString.escapeTo(value, json);
        return json.append('"');
    }
}
