package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pattern is written out to is never taken for less, and an everyday one not for too much. */
class PatternSizeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "'' ~ 0 ~ 1",
                "^i-[0-9a-f]{8,17}$ ~ 20 ~ 40",
                "^[a-z]{1,63}(-[a-z]{1,63}){0,10}\\.[a-z]{2,63}$ ~ 700 ~ 900",
                "[]{9}]{5} ~ 5 ~ 10",
                "\\[{5}\\(a{5} ~ 10 ~ 20",
                "a{1000}{1000} ~ 1000000 ~ 1100000",
                "(?:(?:){2147483647}){2147483647} ~ 2147483647 ~ 2147483647",
                "((a{0,1000}){0,1000}){0,1000} ~ 1000000000 ~ 2147483647",
                "(a))(b{1000}){1000} ~ 1000000 ~ 1100000",
                "a{99999999999999999999} ~ 2147483647 ~ 2147483647",
                "((((( ~ 1 ~ 10",
                "[a ~ 1 ~ 5",
                "a{5 ~ 1 ~ 10",
                "\\ ~ 1 ~ 5"
            })
    void isWhatItIsWrittenOutTo(String regex, long least, long most) {
        long size = PatternSize.of(regex);
        assertTrue(least <= size && size <= most, regex + ": " + size);
    }

    @ParameterizedTest
    @CsvSource({"500", "100000", "10000000"})
    void deepGroupsAreTooLarge(int depth) {
        assertTrue(PatternSize.of("(".repeat(depth)) >= Integer.MAX_VALUE);
    }
}
