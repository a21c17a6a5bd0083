package io.awsmasker.testing;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a form, read as strictly as it is written; texts are UTF-8. */
public record ReceivedPart(
        String name, @Nullable String filename, @Nullable String type, String content) {
    private static final Pattern HEAD = Pattern.compile(
            "\r\nContent-Disposition: form-data; name=\"([a-z_]+(?:\\[])?)\"(?:; filename=\"([^\"\r\n]*)\")?"
                    + "(?:\r\nContent-Type: ([^\r\n]+))?\r\n\r\n",
            Pattern.CASE_INSENSITIVE);

    /**
     * Reads a form as RFC 7578 writes it.
     *
     * @throws IllegalArgumentException for anything else, which is a fault of whoever sent it
     */
    public static List<ReceivedPart> of(Received received) {
        String type = received.headers().get("content-type");
        String boundary = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
        String body = received.body().toString(StandardCharsets.ISO_8859_1);
        List<ReceivedPart> parts = new ArrayList<>();
        int at = 0;
        while (body.startsWith(boundary + "\r\n", at)) {
            at += boundary.length();
            Matcher head = HEAD.matcher(body).region(at, body.length());
            int end = body.indexOf("\r\n" + boundary, at + 1);
            if (!head.lookingAt() || end < head.end()) {
                throw new IllegalArgumentException("a part of the form is not well written");
            }
            String filename = head.group(2);
            parts.add(new ReceivedPart(
                    head.group(1),
                    filename == null ? null : utf8(filename),
                    head.group(3),
                    utf8(body.substring(head.end(), end))));
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
