package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.CustomRule;
import io.awsmasker.detect.catalogue.Family;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.detect.finding.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Families that are off, values that are allowed, structure that is not kept, and the version of all this. */
class RulesTest {
    @Test
    void whatIsOffByItsShapeIsNotFoundByItsSurroundingsEither() {
        Detector detector =
                new Detector(new Rules(Map.of(Family.EC2_INSTANCES, Policy.OFF), AllowList.NONE, List.of(), true));
        for (String text : List.of(
                "i-0abc1234def567890",
                "arn:aws:ssm:eu-west-1:897355541743:managed-instance/i-0abc1234def567890 and i-0abc1234def567890",
                "\"ResourceId\": \"i-0abc1234def567890\", i-0abc1234def567890",
                "--bucket i-0abc1234def567890")) {
            assertTrue(names(detector, text).stream().noneMatch(found -> found.contains("i-0abc")), text);
        }
    }

    @Test
    void whatIsInsideOfAFamilyThatIsOffIsStillFound() {
        Detector detector =
                new Detector(new Rules(Map.of(Family.S3_BUCKETS, Policy.OFF), AllowList.NONE, List.of(), true));

        assertEquals(
                List.of("ACCOUNT 897355541743", "ACCOUNT 897355541743"),
                names(detector, "897355541743 owns s3://logs-897355541743-eu/"));
    }

    @Test
    void allowedValuesAreNotRememberedEither() {
        Detector detector = new Detector(
                new Rules(Map.of(), new AllowList(List.of("acme-public", "docs-*", "*-7f2")), List.of(), true));

        assertEquals(
                List.of("BUCKET acme-private"),
                names(
                        detector,
                        "s3://acme-public s3://docs-1 --role-name deploy-7f2 acme-public s3://acme-private docs-1"));
    }

    @Test
    void structureThatIsNotKeptIsOneFinding() {
        Detector detector = new Detector(new Rules(Map.of(), AllowList.NONE, List.of(), false));

        assertEquals(
                List.of(
                        "ARN arn:aws:iam::897355541743:role/deploy-7f2",
                        "CIDRPRIV 10.31.0.0/16",
                        "URL s3://media-24a29/a/b.csv",
                        "EC2 i-0abc1234def567890",
                        "URL https://db:pw9xK@10.31.7.104:5432/x?y=1",
                        "ARN arn%3Aaws%3Asns%3Aeu-west-1%3A897355541743%3Aalarms-7"),
                names(
                        detector,
                        "(arn:aws:iam::897355541743:role/deploy-7f2), 10.31.0.0/16 in s3://media-24a29/a/b.csv. "
                                + "i-0abc1234def567890 <https://db:pw9xK@10.31.7.104:5432/x?y=1> https://example.org/a "
                                + "arn:aws:iam::aws:policy/ReadOnlyAccess "
                                + "arn%3Aaws%3Asns%3Aeu-west-1%3A897355541743%3Aalarms-7"));
    }

    @Test
    void theVersionFollowsFromTheRules() {
        CustomRule rule = new CustomRule("a", "AAA", List.of("acme"), null, Policy.MASK);
        List<Rules> different = List.of(
                Rules.USUAL,
                new Rules(Map.of(Family.VPCS, Policy.OFF), AllowList.NONE, List.of(), true),
                new Rules(Map.of(Family.VPCS, Policy.REDACT), AllowList.NONE, List.of(), true),
                new Rules(Map.of(), new AllowList(List.of("acme")), List.of(), true),
                new Rules(Map.of(), AllowList.NONE, List.of(rule), true),
                new Rules(Map.of(), AllowList.NONE, List.of(), false));
        Set<String> versions = new HashSet<>();
        different.forEach(rules -> versions.add(rules.version()));

        assertEquals(different.size(), versions.size());
        assertEquals(
                Rules.USUAL.version(),
                new Rules(Map.of(Family.VPCS, Policy.MASK), new AllowList(List.of()), List.of(), true).version());
    }

    private static List<String> names(Detector detector, String text) {
        Passage passage = Texts.passage(text, null);
        return detector.find(List.of(passage)).get(0).stream()
                .map(finding -> Texts.name(passage, finding))
                .toList();
    }
}
