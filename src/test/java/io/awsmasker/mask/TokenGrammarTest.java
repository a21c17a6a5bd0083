package io.awsmasker.mask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenGrammarTest {
    private static final TokenGrammar GRAMMAR = new TokenGrammar(TokenClasses.builtIn());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EC2_001",
                "EC2_999",
                "EC2_1000",
                "EC2_123456789",
                "LIT_004",
                "(EC2_001)",
                "EC2_001, VPC",
                "`EC2_001`",
                "**EC2_001**",
                "\"EC2_001\"",
                "EC2_001-003",
                "EC2_001/002",
                "EC2_001's",
                "\\nEC2_001",
                "%3AEC2_001%3A",
                "arn:aws:ec2:eu-west-1:EC2_001",
                "é EC2_001",
                "éEC2_001é"
            })
    void findsOneToken(String text) {
        assertEquals(1, tokens(text).size(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EC2_01", "EC2_1", "EC2_000", "EC2_0001", "EC2_0100", "EC2_1234567890", "ec2_001", "EC2-001", "EC2 001",
                "EC2\\_001", "EC2_001s", "EC2_001_002", "MY_EC2_001", "xEC2_001", "HTTP_301", "SHA_256", "_001", "EC2_",
                "EC2_00a", "NOSUCHCLASS_001", ""
            })
    void findsNoToken(String text) {
        assertEquals(List.of(), tokens(text), text);
    }

    @Test
    void aTokenIsNotPartOfALongerOne() {
        assertEquals(List.of("EC2_1000"), tokens("is EC2_1000 here"));
        assertEquals(List.of("EC2_100", "EC2_1000"), tokens("EC2_100 EC2_1000"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "a, 1",
        "E, 0",
        "see E, 4",
        "see EC, 4",
        "see EC2, 4",
        "see EC2_, 4",
        "see EC2_00, 4",
        "see EC2_001, 4",
        "see EC2_0011, 12",
        "see EC2_000, 11",
        "see EC2_1234567890, 18",
        "see EC2_001., 12",
        "seeE, 4",
        "see EC2-, 8",
        "see L, 4",
        "'see \\nE', 6"
    })
    void keepsBackOnlyWhatCanStillBecomeAToken(String text, int from) {
        byte[] bytes = text.getBytes(UTF_8);

        assertEquals(from, GRAMMAR.openSuffix(bytes, 0, bytes.length));
    }

    private static List<String> tokens(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        List<String> tokens = new ArrayList<>();
        GRAMMAR.find(bytes, 0, bytes.length, (start, end) -> tokens.add(new String(bytes, start, end - start, UTF_8)));
        return tokens;
    }
}
