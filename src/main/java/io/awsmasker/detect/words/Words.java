package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Bytes;
import java.util.Set;

/**
 * Words that are never a customer's name although they stand where names stand: literals of languages, words of the
 * Claude protocol, defaults of AWS.
 */
public final class Words {
    private static final Set<String> RESERVED = set(
            "arn http https true false null none nil undefined string integer number boolean object array default value "
                    + "name id type key text json yaml yes no on off any all user assistant system tool tools tool_use "
                    + "tool_result tool_choice input_schema input message messages content thinking signature "
                    + "cache_control ephemeral end_turn max_tokens stop_sequence image document base64 media_type "
                    + "source model role stream auto username password bucket cluster function table queue topic "
                    + "account group policy service resource instance volume subnet vpc region local self this test "
                    + "example redacted aws amazon amazonaws public private internal global regional primary secondary enabled "
                    + "disabled default_action open-access active available pending running stopped deleted unknown required optional allow deny "
                    + "anonymous in-use in-sync not-applicable aws_iam aws-managed customer root "
                    + "localhost host.docker.internal ec2-user www-data systemd-network systemd-resolve systemd-timesync ubuntu centos debian fedora rocky bitnami sans-serif system-ui ui-monospace ui-sans-serif ui-serif str int float bool bytes dict tuple char varchar uuid option flag argument parameter");

    /** Words of every text about computers: as a name they identify nobody, and masking them would garble prose. */
    private static final Set<String> COMMON = set(
            "the and for you are not but with this that from have has was all any can its our out see use who why how "
                    + "one two when what where which will may must should then than them they there here also into only "
                    + "more most some such same each both been being does did done "
                    + "api app application base basic beta build cache client cloud config console cron data "
                    + "database debug dev docs domain email enable error event events file files full gateway "
                    + "get high home host hosts http https index info job jobs key keys latest legacy level "
                    + "list live load log logger logging logs low mail main master media medium mysql network "
                    + "new node nodes none normal old owner path pipeline plain policy port postgres project "
                    + "proxy query queue read redis release report repo request resource response result "
                    + "results review role roles route router rule rules schedule scheduler script search "
                    + "secret secrets security server servers service services session setup site small stable "
                    + "stack standard start state static status stop storage store support task tasks team "
                    + "template time tmp token trigger update upload url user users value values version video "
                    + "view web work write postgresql mariadb mongo mongodb rabbitmq elasticsearch opensearch kafka "
                    + "memcached localstack apps versions");

    /** What programs of every trade are about: as a name it is masked where it stands as one, elsewhere it is just the word. */
    private static final WordTable OF_TRADES = new WordTable(
            set("order orders item items product products customer customers account accounts payment payments invoice "
                    + "invoices image images photo photos picture pictures article articles post posts comment comments "
                    + "notification notifications emails ticket tickets book books movie movies song songs album albums "
                    + "student students employee employees todo todos sessions cart carts rating ratings location "
                    + "locations device devices inventory transaction transactions subscription subscriptions billing "
                    + "checkout catalog marketing sales finance shop shipping delivery reviews people person persons "
                    + "resize hello greet process upload uploads download downloads notify publish subscribe consume ingest "
                    + "transform validate create delete remove find count import export sync convert compress encrypt "
                    + "decrypt render send receive fetch parse sample demo testing github gitlab guest worker workers "
                    + "backend frontend website assets backup backups archive analytics metrics reporting dashboard "
                    + "monitoring inbox outbox alerts audit tests input output target handler"));

    /** Of what programs call what somebody may do. */
    private static final WordTable OF_ACCESS = new WordTable(
            set(
                    "read write only super power end site admin admins administrator user owner viewer editor reader writer "
                            + "member guest manager moderator author contributor subscriber account cluster project org "
                            + "organization system billing team group full view edit lead content page support staff developer"));

    /** Services of AWS: somebody's role may be called so, but elsewhere the word is the service. */
    private static final WordTable SERVICES = new WordTable(
            set("acm apigateway athena autoscaling backup cloudformation cloudfront cloudtrail cloudwatch codebuild "
                    + "codecommit codedeploy codepipeline cognito devicefarm dms dynamodb ebs ec2 ecr ecs efs eks "
                    + "elasticache elasticbeanstalk elb elbv2 emr firehose fsx gamelift glue greengrass guardduty iam "
                    + "inspector iot kinesis kms lambda lightsail macie organizations rds redshift route53 s3 "
                    + "sagemaker secretsmanager securityhub ses sns sqs ssm sts transfer waf wafv2 xray"));

    private static final WordTable RESERVED_WORDS = new WordTable(RESERVED);
    private static final WordTable COMMON_WORDS = new WordTable(COMMON);

    /** What stands in constants that examples put where a name belongs. */
    private static final WordTable EXAMPLE_WORDS = new WordTable(
            set("your my the name id here example arn value placeholder replace me insert enter todo xxx"));

    private static final String EXAMPLE = "example";
    private static final String SLUG_JOINTS = "-_./";
    private static final int FEWEST_SLUG_WORDS = 3;
    private static final int MOST_SLUG_DIGITS = 4;
    private static final String BEFORE_VALUE = " \n\r\t\"'`\\[-";
    private static final int FARTHEST_VALUE = 64;
    private static final String JOINTS = "-_./ ";

    private Words() {}

    /** The words of a text, which are separated by single spaces. */
    public static Set<String> set(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** Whether the word at {@code [start, end)} is reserved, in any case. */
    public static boolean reserved(byte[] text, int start, int end) {
        return RESERVED_WORDS.contains(text, start, end);
    }

    /** Whether the word at {@code [start, end)} is too common to be anybody's name, in any case. */
    public static boolean common(byte[] text, int start, int end) {
        return COMMON_WORDS.contains(text, start, end) || reserved(text, start, end);
    }

    /** Whether the word at {@code [start, end)} is the name of a service of AWS, in any case. */
    public static boolean service(byte[] text, int start, int end) {
        return SERVICES.contains(text, start, end);
    }

    /** Whether the word at {@code [start, end)} says what a program is about, in any case. */
    public static boolean ofTrade(byte[] text, int start, int end) {
        return OF_TRADES.contains(text, start, end);
    }

    /** Whether it says what somebody may do, {@code read-only}, {@code site-admin}, and nothing else. */
    public static boolean ofAccess(byte[] text, int start, int end) {
        int part = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text[i] == '-' || text[i] == '_') {
                if (!OF_ACCESS.contains(text, part, i)) {
                    return false;
                }
                part = i + 1;
            }
        }
        return true;
    }

    /** Whether a name differs from an ordinary word by a digit, a joint or a hump. */
    public static boolean distinctive(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            boolean joint = i > start && i < end - 1 && !Bytes.is(text[i], Bytes.ALNUM);
            boolean hump = i > start && Bytes.is(text[i], Bytes.UPPER) && Bytes.is(text[i - 1], Bytes.LOWER);
            if (joint || hump || Bytes.is(text[i], Bytes.DIGIT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is made of words of letters in one case, the first perhaps a capital, that hyphens and the like join. */
    public static boolean plain(byte[] text, int start, int end) {
        boolean upper = Bytes.is(text[end - 1], Bytes.UPPER);
        for (int i = start; i < end; i++) {
            boolean letter = Bytes.is(text[i], Bytes.LETTER);
            boolean first = i == start || !Bytes.is(text[i - 1], Bytes.LETTER);
            if (letter ? !first && Bytes.is(text[i], Bytes.UPPER) != upper : JOINTS.indexOf(text[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether it is a name of at least three words and numbers in small letters, {@code my-tls-secret-2024}: a letter stands
     * behind a digit nowhere, and a number is short.
     */
    public static boolean slug(byte[] text, int start, int end) {
        int words = 1;
        int digits = 0;
        for (int i = start; i < end; i++) {
            boolean digit = Bytes.is(text[i], Bytes.DIGIT);
            boolean joint = i > start && SLUG_JOINTS.indexOf(text[i]) >= 0;
            if (joint
                    ? SLUG_JOINTS.indexOf(text[i - 1]) >= 0
                    : !digit && (digits > 0 || !Bytes.is(text[i], Bytes.LOWER))) {
                return false;
            }
            words += joint ? 1 : 0;
            digits = digit ? digits + 1 : 0;
            if (digits > MOST_SLUG_DIGITS) {
                return false;
            }
        }
        return words >= FEWEST_SLUG_WORDS;
    }

    /**
     * Whether the next value, perhaps in a list or on the next line, is a name whose words hyphens join. Reads its first
     * bytes.
     */
    public static boolean joined(byte[] text, int at, int to) {
        int start = at;
        while (start < to && start - at < FARTHEST_VALUE && BEFORE_VALUE.indexOf(text[start]) >= 0) {
            start++;
        }
        int end = Bytes.runEnd(text, start, Math.min(to, start + FARTHEST_VALUE), Bytes.HOST);
        boolean joint = false;
        for (int i = start + 1; i + 1 < end; i++) {
            joint |= text[i] == '-' && Bytes.is(text[i - 1], Bytes.ALNUM) && Bytes.is(text[i + 1], Bytes.ALNUM);
        }
        return joint && Bytes.is(text[start], Bytes.ALNUM);
    }

    private static boolean same(byte[] text, int start, int end, String word) {
        int i = 0;
        while (i < end - start && (text[start + i] | 32) == word.charAt(i)) {
            i++;
        }
        return i == word.length();
    }

    /** Whether two words are the same, in any case. */
    public static boolean same(byte[] text, int start, int end, int other, int otherEnd) {
        if (end - start != otherEnd - other) {
            return false;
        }
        for (int i = 0; i < end - start; i++) {
            if ((text[start + i] | 32) != (text[other + i] | 32)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a key is made of several words, so that it cannot be a word of a sentence. */
    public static boolean compound(byte[] text, int start, int end) {
        for (int i = start + 1; i < end - 1; i++) {
            boolean joint = text[i] == '_' || text[i] == '-';
            if (joint
                    || (Bytes.is(text[i], Bytes.UPPER)
                            && (Bytes.is(text[i - 1], Bytes.LOWER) || Bytes.is(text[i + 1], Bytes.LOWER)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is written like a constant: capitals and underscores only. */
    public static boolean constant(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Bytes.is(text[i], Bytes.UPPER) && text[i] != '_') {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the end of an ARN says what to fill in instead of a name: {@code function:my-function}, {@code role/ROLE_NAME},
     * {@code user/admin}.
     */
    public static boolean template(byte[] text, int start, int end) {
        int name = start;
        for (int i = start; i < end; i++) {
            name = text[i] == '/' || text[i] == ':' ? i + 1 : name;
        }
        boolean example = false;
        int word = start;
        for (int i = start; i <= end; i++) {
            if (i == end || !Bytes.is(text[i], Bytes.ALNUM)) {
                example |= EXAMPLE_WORDS.contains(text, word, i);
                word = i + 1;
            }
        }
        int tail = end - EXAMPLE.length();
        example |= tail > start && same(text, tail, end, EXAMPLE);
        return example || constant(text, name, end) || !distinctive(text, name, end);
    }

    /** Whether a constant can be somebody's name: of several words, and none of those by which examples say what to fill in. */
    public static boolean capitalName(byte[] text, int start, int end) {
        boolean joint = false;
        boolean example = false;
        int word = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text[i] == '_') {
                joint |= i < end;
                example |= EXAMPLE_WORDS.contains(text, word, i);
                word = i + 1;
            }
        }
        return joint && !example;
    }
}
