package io.awsmasker.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands say about themselves, and with which status. */
class MappingCommandTest {
    @ParameterizedTest
    @CsvSource({"migrate --help, 0", "encrypt --help, 0", "migrate, 1", "migrate --form x, 1"})
    void usage(String arguments, int status) {
        var output = new ByteArrayOutputStream();
        List<String> words = List.of(arguments.split(" ", -1));
        assertEquals(status, MappingCommand.run(words, Map.of(), new PrintStream(output, true, UTF_8)));
        assertTrue(output.toString(UTF_8).startsWith(MappingCommand.USAGE), output.toString(UTF_8));
    }
}
