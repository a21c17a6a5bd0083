package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts made to let a scanner read the same bytes again and again. A scanner that does so needs hours for two megabytes
 * of them; the limit is a minute, so that it says nothing about the machine.
 */
class LinearWorkTest {
    private static final int LENGTH = 2_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i-",
                "arn:arn:",
                "arn:aws:s3:::",
                "arn:aws:s3:::{",
                "123456789012_",
                "123456789012-",
                "1",
                "1.",
                "a:",
                "::",
                "--a",
                "-----BEGIN PRIVATE KEY-----",
                "eyJ-",
                "eyJ.",
                "eyJaaaaaaaa.eyJ",
                "{\"a\":[",
                "bucket=",
                "bucket='",
                "\"bucket\":[\"",
                "bucket:[bucket:[",
                "password=",
                "password=\"",
                ".amazonaws.com",
                "a.amazonaws.com",
                ".dkr.ecr.amazonaws.com/",
                "@a.b",
                "-AIza",
                "-IQoJ",
                "a-",
                "/aws/-",
                "alias/",
                "\\n",
                "cus_1",
                "AKIA",
                "s3://a-",
                "http://a:b",
                "-Z1",
                "a_1",
                "vpce-svc-",
                "`bucket",
                "(\"",
                "<a>",
                "\"aws_",
                "Bearer a",
                "+1",
                "4111 "
            })
    void readsNoByteOverAndOver(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> assertTrue(Texts.findings(text).size() <= LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-", "a", "ab.", "a_"})
    void looksUpNamesWithoutReadingOn(String piece) {
        String name = piece.repeat(100) + "9";
        String text = "bucket=" + name + " " + piece.repeat(LENGTH / piece.length());
        assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> assertTrue(Texts.DETECTOR
                                .find(List.of(Texts.passage(text, null)))
                                .get(0)
                                .size()
                        >= 0));
    }
}
