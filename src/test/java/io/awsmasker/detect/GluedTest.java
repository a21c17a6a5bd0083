package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names of files, of variables and of exports are made of identifiers and words with underscores, hyphens and plus signs
 * between them. Such a sign hides none of those that name themselves, from neither scan.
 */
class GluedTest {
    /** What names itself, whatever stands beside it. */
    private static final List<String> VALUES = List.of(
            "AROAQ3EGVJ7Z5TLH2WXBK",
            "AIDAQ3EGVJ7Z5TLH2WXBK",
            "AKIAQ3EGVJ7Z5TLH2WXB",
            "sk-ant-api03-Zq8rT2vLw9XkP4mN7bC1dF5gH6jK0sA3yU-eR_tQiOpWz",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJsYW50ZXJuIn0.Q3x8Tz0vLw9XkP4mN7bC1dF5gH6jK0sA3yUeRtQiOpW",
            "0a:1b:c2:2b:ed:20",
            "2600:1f18:e0e2:cbf0::10",
            "d3lanternquay8.cloudfront.net",
            "orders.c9akciq32abc.us-east-1.rds.amazonaws.com",
            "lantern-quay-7.s3.amazonaws.com",
            "k7h2m9q4wz.execute-api.us-east-1.amazonaws.com",
            "mrk-1f2e3d4c5b6a79880123456789abcdef",
            "i-0a9c1e7f3b5d20841",
            "subnet-0a9c1e7f3b5d20841",
            "10.23.45.67",
            "54.93.12.77",
            "ghp_Zq8rT2vLw9XkP4mN7bC1dF5gH6jK0sA3yUeR",
            "IQoJb3JpZ2luX2VjE" + "Zq8rT2vLw9XkP4mN7bC1".repeat(5),
            "arn:aws:s3:::lantern-quay-7",
            "arn:aws:iam::897355541743:role/mussel-deploy-3c");

    private static final List<String> BEFORE =
            List.of("", "see ", "_", "-", "+", "creds_", "eth0-", "key+", "prefix_", "--", "eyJhbGciOiJub25lIn0_");
    private static final List<String> BEHIND =
            List.of("", " now", "_", "-", "+", "_access.log", "-2024.log.gz", "+more");

    /** The part of each that is a customer's own. */
    private static String own(String value) {
        return value.replaceAll("\\.cloudfront.*|\\.[a-z0-9]+\\.us-east-1.*|\\.s3\\..*|\\.execute.*", "")
                .replaceAll("arn:aws:s3:::|arn:aws:iam.*role/", "");
    }

    private static Stream<String> texts(String value) {
        return BEFORE.stream().flatMap(before -> BEHIND.stream().map(behind -> before + value + behind));
    }

    @Test
    void nothingThatNamesItselfIsHiddenByWhatItIsGluedTo() {
        List<String> left = VALUES.stream()
                .flatMap(value -> texts(value).filter(text -> Texts.masked(text).contains(own(value))))
                .toList();
        assertEquals("", String.join("\n", left));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "creds_AROAQ3EGVJ7Z5TLH2WXBK.json",
                "AKIAQ3EGVJ7Z5TLH2WXB_old",
                "ANTHROPIC_KEY_sk-ant-api03-Zq8rT2vLw9XkP4mN7bC1dF5gH6jK0sA3yUeRtQiOpWz",
                "lantern_quay_token_eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJsYW50ZXJuIn0.Q3x8Tz0vLw9XkP4mN7bC1dF5",
                "--token-eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJsYW50ZXJuIn0.Q3x8Tz0vLw9XkP4mN7bC1dF5",
                "lantern-quay-7.s3.amazonaws.com_access.log",
                "orders.c9akciq32abc.us-east-1.rds.amazonaws.com_error.log"
            })
    void theSecondScanWouldRefuseThemToo(String text) {
        assertTrue(refused(text).isPresent());
    }

    /** A word of capitals, a slug, a name in a program and a time only look like one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MAX_AKIALIKECONSTANTNAMES",
                "my-sk-learn-pipeline-for-everybody-v2",
                "risk_sk-learn-based-estimator-with-words",
                "std_dead::beef",
                "LIT_002::",
                "VPC_001:a::EC2_000",
                "\u001b[1mEC2_001:7::7EC2_002",
                "lantern-2a::quay",
                "run_12:30:45",
                "backup-2024-05-01-12:30:45",
                "x_arn",
                "is3://x"
            })
    void leavesWhatOnlyLooksLikeOne(String text) {
        assertEquals(List.of(), Texts.found(text));
        assertEquals(Optional.empty(), refused(text));
    }

    @Test
    void theSecondScanRefusesNothingThatTheFirstLeft() {
        List<String> refused = VALUES.stream()
                .flatMap(GluedTest::texts)
                .map(Texts::masked)
                .filter(masked -> refused(masked).isPresent())
                .toList();
        assertEquals("", String.join("\n", refused));
    }

    private static Optional<String> refused(String text) {
        byte[] body = text.getBytes(UTF_8);
        return new OutgoingProof(List.of(), ProofExemptions.NONE)
                .check(body, 0, body.length)
                .map(leak -> leak.kind());
    }
}
