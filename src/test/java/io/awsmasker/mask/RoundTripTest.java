package io.awsmasker.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.awsmasker.detect.Detector;
import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.catalogue.Family;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.testing.Cases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P2 and P3: what people write comes back as it was, and what the model writes goes back as it was. */
class RoundTripTest {
    private static final int CASES = Integer.getInteger("masker.cases", 10_000);

    /** As many as the answer has different ones, however often each stands there; zeros are of secrets. */
    @Test
    void tokensThatStandForNothingAreCounted() {
        StringMasker masked = new StringMasker();
        String token = masked.mask("i-1234567890abcdef0");
        Restoration restoration = masked.restoration();
        StreamedText text = restoration.plainText();
        StringMasker.now(text.append(token + " EC2_044 EC2_045 EC2_044 PASSWORD_000."));
        assertEquals(2, restoration.notRestored());
        assertEquals(1, restoration.restored());
    }

    @Test
    void restoringUndoesMasking() {
        Cases.run(CASES, random -> {
            StringMasker masked = new StringMasker();
            RandomText texts = new RandomText(random);
            for (int turn = 0; turn < 3; turn++) {
                String text = texts.ofUser();
                String sent = masked.mask(text);

                if (!masked.redacted()) {
                    assertEquals(text, masked.restore(sent));
                }
            }
        });
    }

    @Test
    void maskingUndoesRestoringOfWhatTheModelWrote() {
        Cases.run(CASES, random -> {
            StringMasker masked = new StringMasker();
            RandomText texts = new RandomText(random);
            String conversation = "";
            for (int turn = 0; turn < 3; turn++) {
                conversation = conversation + "\n" + texts.ofOrderlyUser();
                String answer = texts.ofModelThatSaw(masked.mask(conversation));

                assertEquals(answer, masked.maskAfter(conversation, masked.restore(answer)), conversation);
            }
        });
    }

    /** The same two with rules of the user's own, with structure kept and not. */
    @Test
    void bothHoldUnderOtherRules() {
        List<Detector> detectors = List.of(ruled(true), ruled(false));
        Cases.run(CASES, random -> {
            StringMasker masked = new StringMasker(detectors.get(random.nextInt(2)));
            RandomText texts = new RandomText(random);
            String text = texts.ofUser();
            String sent = masked.mask(text);
            boolean redacted = masked.redacted();
            String conversation = texts.ofOrderlyUser();
            String answer = texts.ofModelThatSaw(masked.mask(conversation));

            if (!redacted) {
                assertEquals(text, masked.restore(sent));
            }
            assertEquals(answer, masked.maskAfter(conversation, masked.restore(answer)), conversation);
        });
    }

    @Test
    void aBlockOfAddressesThatRunsIntoAWordComesBack() {
        StringMasker masked = new StringMasker(ruled(false));
        String text = "10.31.0.0/16EC2_0";

        assertEquals(text, masked.restore(masked.mask(text)));
    }

    private static Detector ruled(boolean preserveStructure) {
        return new Detector(new Rules(
                Map.of(Family.VPCS, Policy.OFF),
                new AllowList(List.of("10.31.7.104")),
                List.of(
                        new CustomRule("projects", "PROJ", List.of("see"), "PRJ-[0-9]{4,6}", Policy.MASK),
                        new CustomRule("words", "WORD", List.of("the instance", "deploy-7f2"), null, Policy.MASK)),
                preserveStructure));
    }

    @Test
    void signedTextWithTokensStandsAsItIs() {
        Cases.run(CASES, random -> {
            String thought = new RandomText(random).ofModel();

            assertEquals(thought, new StringMasker().mask(thought, true));
        });
    }

    @Test
    void anIdentifierBecomesAToken() {
        StringMasker masked = new StringMasker();

        assertEquals("stop EC2_001 now", masked.mask("stop i-1234567890abcdef0 now"));
        assertEquals("stop i-1234567890abcdef0 now", masked.restore("stop EC2_001 now"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "call tel=+14325550199 or 2600:1f18:e0e2:cbf0::999a ~ or **PHONE_001) IPV6_001 or",
                "call tel=+14325550199 or 06-AF-3C-CB-00-12 ~ `PHONE_001 (MAC_001",
                "see tgw-mcast-domain-083c4bfefa2f0ff9a, queue-2c0ce60544fd89b8bf0be48da0c827d4 ~ x, x\\nTGWMC_001 RES_001 x"
            })
    void whatTheModelPutsSideBySideStaysApart(String conversation, String answer) {
        StringMasker masked = new StringMasker();
        masked.mask(conversation);

        assertEquals(answer, masked.maskAfter(conversation, masked.restore(answer)));
    }

    @Test
    void aLiteralThatNamesALiveTokenIsEscaped() {
        StringMasker masked = new StringMasker();
        String text = "EC2_001 is not i-1234567890abcdef0";

        String sent = masked.mask(text);

        assertEquals("LIT_001 is not EC2_001", sent);
        assertEquals(text, masked.restore(sent));
    }

    @Test
    void anInventedTokenIsNeverGivenToAnIdentifier() {
        StringMasker masked = new StringMasker();
        String invented = "look at EC2_001 first";

        assertEquals(invented, masked.restore(invented));
        assertFalse(masked.mask("i-1234567890abcdef0").contains("EC2_001"));
        assertEquals(invented, masked.mask(invented));
    }

    @Test
    void escapesComeBackAsTheyWereWritten() {
        for (String text : List.of(
                "arn:aws:iam::897355541743:role\\/deploy-x9",
                "\"logGroupName\":\"\\/aws\\/lambda\\/orders-fn\"",
                "{\"Bucket\":\"acme\\u002draw-7\"} acme-raw-7",
                "joe.miller\\u0040acme-corp.com",
                "grep 10\\.66\\.77\\.88, i\\-0c0ffee0c0ffee123")) {
            StringMasker masked = new StringMasker();
            String sent = masked.mask(text);

            assertNotEquals(text, sent);
            assertEquals(text, masked.restore(sent));
        }
    }

    @Test
    void aSecretIsRedactedAndNeverRestored() {
        StringMasker masked = new StringMasker();
        String secret = "5Enb7gyk4T/YtaVTVJGYdBi6kgQ2mj7+GxT8QpMh";

        String sent = masked.mask("aws_secret_access_key = " + secret);

        assertFalse(sent.contains(secret));
        assertEquals(sent, masked.restore(sent));
        assertNotEquals("aws_secret_access_key = ", sent);
    }
}
