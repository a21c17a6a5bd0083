package io.awsmasker.mask;

import io.awsmasker.detect.catalogue.IdentifierType;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts made of identifiers, token look-alikes, escapes, odd characters and words, with and without gaps between them. */
final class RandomText {
    private static final List<String> FREQUENT = List.of(
            "i-0abc1234def567890",
            "i-1234567890abcdef0",
            "i-5d378044",
            "vpc-0a1b2c3d4e5f60718",
            "vpce-svc-0f89b38f0a883099b",
            "arn:aws:iam::123456789012:role/service-role/deploy-7f2",
            "arn:aws:s3:::media-24a29/2025/q1.csv",
            "AKIA46EZ6H5JU24Z5GDH",
            "10.31.7.104",
            "10.31.0.0/16",
            "fd00:ec2:85bb::1",
            "s3://billing-raw-1559/2025/",
            "orders.cluster-ro-cpyy99bbfum3.eu-west-1.rds.amazonaws.com",
            "ip-10-31-7-62.eu-west-1.compute.internal",
            "\"Bucket\": \"acme-billing-7\"",
            "--bucket acme-logs-9",
            "\"OwnerId\": \"897355541743\"",
            "PRJ-004711",
            "https://assets-470c.s3.eu-west-1.amazonaws.com/q1?x=1");
    /** What is met most, and the examples of every type that comes back. */
    private static final List<String> IDENTIFIERS = Stream.concat(
                    FREQUENT.stream(),
                    Stream.of(IdentifierType.values())
                            .filter(type -> !type.secret())
                            .flatMap(type -> type.examples().stream()))
            .toList();

    private static final List<String> LITERALS = List.of(
            "EC2_001", "EC2_002", "EC2_1000", "EC2_0", "LIT_001", "LIT_002", "VPC_001", "EC2_000", "ACCOUNT_001");
    private static final List<String> INVENTED =
            List.of("EC2_555", "VPC_4711", "LIT_777", "ACCOUNT_099", "EC2_000", "PROJ_042");
    private static final List<String> SEPARATORS = List.of(
            " ", ", ", "\n", "` and `", "** is **", "\" \"", " (", ") ", "\\n", " 日本 ", "😀", "'s ", " | ", "; ");
    private static final Pattern TOKEN = Pattern.compile("\\b[A-Z][A-Z0-9]*_[0-9]{3,}\\b");
    private static final String NAMING = "the instance ";
    private static final List<String> NOISE = List.of(
            " ",
            "\n",
            "\t",
            ", ",
            "\"",
            "\\n",
            "\\\"",
            "%3A",
            "%2F",
            "\\u0041",
            "_",
            "-",
            ".",
            ":",
            "/",
            "é",
            "日本",
            "😀",
            "a",
            "Z",
            "7",
            NAMING,
            "MY_",
            "see ",
            "{",
            "}",
            "`",
            "**",
            "\u200b",
            "\u00ad",
            "\u2011",
            "%2D",
            "%252D",
            "\u001b[32m",
            "\u001b[01;31m\u001b[K",
            "\\u001b[0;32m",
            "[1m",
            "\u001b(B",
            "\u001b]0;title\u0007",
            "v1.2.3");

    private final Random random;

    RandomText(Random random) {
        this.random = random;
    }

    /** A text as people and tools write it. */
    String ofUser() {
        return of(IDENTIFIERS, LITERALS, NOISE);
    }

    /** The same with every part standing free, as in all but odd texts. */
    String ofOrderlyUser() {
        StringBuilder text = new StringBuilder(" ");
        int parts = random.nextInt(12);
        for (int i = 0; i < parts; i++) {
            List<String> source = random.nextInt(3) == 0 ? LITERALS : IDENTIFIERS;
            text.append(source.get(random.nextInt(source.size()))).append(separator());
        }
        return text.toString();
    }

    private String separator() {
        return SEPARATORS.get(random.nextInt(SEPARATORS.size()));
    }

    /** A text as a model writes it: tokens that it invents, but no identifiers, and no words that make one of what follows. */
    String ofModel() {
        return of(LITERALS, LITERALS, NOISE).replace(NAMING, "");
    }

    /**
     * The same from a model that has seen a masked text and uses its tokens, as words of their own: tokens that it joins by a
     * hyphen or a colon may restore to something that is one identifier.
     */
    String ofModelThatSaw(String masked) {
        List<String> seen =
                TOKEN.matcher(masked).results().map(MatchResult::group).toList();
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(12);
        for (int i = 0; i < parts; i++) {
            List<String> source = seen.isEmpty() || random.nextInt(3) == 0 ? INVENTED : seen;
            text.append(source.get(random.nextInt(source.size())));
            text.append(separator());
        }
        return text.toString();
    }

    @SafeVarargs
    private String of(List<String>... sources) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(12);
        for (int i = 0; i < parts; i++) {
            List<String> source = sources[random.nextInt(sources.length)];
            text.append(source.get(random.nextInt(source.size())));
            if (random.nextInt(3) > 0) {
                text.append(NOISE.get(random.nextInt(NOISE.size())));
            }
        }
        return text.toString();
    }
}
