package io.awsmasker.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads commands as clients of Redis send them: arrays of strings with their lengths in front. */
final class RespCommand {
    private final Buffer bytes;
    private int at;

    private RespCommand(Buffer bytes) {
        this.bytes = bytes;
    }

    /** The words of the command at the beginning; empty while its end has not come. */
    static Optional<List<String>> first(Buffer bytes) {
        try {
            var command = new RespCommand(bytes);
            int count = command.number('*');
            List<String> words = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int length = command.number('$');
                words.add(bytes.getString(command.at, command.at + length, UTF_8.name()));
                command.at += length + 2;
            }
            return command.at <= bytes.length() ? Optional.of(words) : Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private int number(char kind) {
        if (bytes.getByte(at) != kind) {
            throw new IllegalStateException("no command of Redis");
        }
        int start = ++at;
        while (bytes.getByte(at) != '\r') {
            at++;
        }
        int number = Integer.parseInt(bytes.getString(start, at));
        at += 2;
        return number;
    }
}
