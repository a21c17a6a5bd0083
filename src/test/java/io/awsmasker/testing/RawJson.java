package io.awsmasker.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The bytes of the parts of a request on which the prompt cache and the signatures of thinking depend. */
public record RawJson(Buffer system, Buffer tools, List<Buffer> messages) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNestingDepth(10_000)
                    .build())
            .build();

    /**
     * Cuts the parts out of a body.
     *
     * @throws UncheckedIOException when the body is not JSON
     */
    public static RawJson of(Buffer body) {
        Buffer system = Buffer.buffer();
        Buffer tools = Buffer.buffer();
        List<Buffer> messages = List.of();
        try (JsonParser parser = JSON.createParser(body.getBytes())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken first = parser.nextToken();
                if (name.equals("messages") && first == JsonToken.START_ARRAY) {
                    messages = new ArrayList<>();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        messages.add(value(parser, body));
                    }
                } else if (name.equals("system")) {
                    system = value(parser, body);
                } else if (name.equals("tools")) {
                    tools = value(parser, body);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RawJson(system, tools, messages);
    }

    private static Buffer value(JsonParser parser, Buffer body) throws IOException {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return body.getBuffer(start, (int) parser.currentLocation().getByteOffset());
    }

    /** The first byte at which {@code longer} differs from {@code shorter}, or -1 when they are equal. */
    static int firstDifference(Buffer shorter, Buffer longer) {
        int common = Math.min(shorter.length(), longer.length());
        for (int i = 0; i < common; i++) {
            if (shorter.getByte(i) != longer.getByte(i)) {
                return i;
            }
        }
        return shorter.length() == longer.length() ? -1 : common;
    }
}
