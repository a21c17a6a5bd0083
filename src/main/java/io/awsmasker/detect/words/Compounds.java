package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Bytes;

/**
 * Words of the language that a hyphen joins, {@code read-only}, {@code cold-start}, {@code retention-in-days}: they stand
 * beside the words for things as often as names do, and only a list of their parts tells them from names.
 */
public final class Compounds {
    /** First and last parts of compounds of any length. */
    private static final WordTable FIRST = new WordTable(
            Words.set(
                    "non pre rev multi cross self utf sha iso rfc ipv tls x86 arm least most re per in on up read write server client high "
                            + "low long short real fine well auto user role sub co single two three one all so built pay run set log sign x brute lazy"));

    private static final WordTable LAST = new WordTable(
            Words.set(
                    "side based only is in on off up out account region level time wide specific "
                            + "to end policy owner name id arn type write like aware enabled managed defined generated named style scoped term "
                            + "party free ready friendly by case driven related owned supplied provided created access private public "
                            + "mentioned consistent consistency backed heavy intensive grade less safe compatible compliant facing"));

    /** Parts that names have too, so that they count only in compounds of two. */
    private static final WordTable FIRST_OF_TWO = new WordTable(Words.set(
            "cold warm hot back wide dead roll fail start stop shut scale life nested s3 below above fall take clean cut "
                    + "break time wait retry follow look hand trade left right top bottom best worst better half first second "
                    + "last next near anti de mid mis out over under inter intra micro mini semi super trans ultra un "
                    + "brand open close closed many four five six zero full fully hard soft live must nice go end event "
                    + "health function test dry green check day state step"));

    private static final WordTable LAST_OF_TWO = new WordTable(Words.set(
            "read start back letter consistent heavy down over through away along around ahead behind first last "
                    + "point line mode rate limit limits check checks size class purpose latency performance capacity "
                    + "optimized throughput balancer balancing tier stack group express deploy deployment zone az have see do "
                    + "art box stuff thing things way ups ins outs offs source mapping signup ready cost effective"));

    /** What stands in front of a number that counts or names a kind: {@code node-1}, {@code layer-7}, {@code java-17}. */
    private static final WordTable COUNTED = new WordTable(
            Words.set(
                    "node step phase part tier layer day week sha utf http https gen java python ipv tls ssl iso rfc "
                            + "version section chapter figure line page option item zone level class type p x aes md md5 vp h"));

    /** What joins the words of longer ones. */
    private static final WordTable JOINING = new WordTable(
            Words.set("in to of the per and as by on for a an at or out off up with than over vs from is not only"));

    /** Words of programming beside those of {@link Words#common}. */
    private static final WordTable OF_PROGRAMS = new WordTable(
            Words.set("template drift detection pressure partition length column row rows schema migration rotation "
                    + "missing mono side effect effects async await inner outer join count drop layer comprehension "
                    + "hook call return blue green deploy deployment higher order lower cache reference flow loop parse "
                    + "parser load import export graph tree map set node edge scan lookup match merge split filter sort "
                    + "page view format string number text thread pool lock memory heap core unit integration module "
                    + "package class method field property setting settings option mode feature flag metric metrics "
                    + "trace span sync stream batch cron timeout retry backoff retention policy lifecycle snapshot "
                    + "restore failover replica replication sharding shard index primary secondary storage compute "
                    + "network traffic latency throughput capacity cost usage quota limit size time date day month year "
                    + "health check validation error exception handler handling logic code style name naming convention "
                    + "pattern access control permission permissions trust boundary session round robin idle never "
                    + "expire desired minimum maximum min max try catch express workflow workflows spot options "
                    + "reserved book mark plane add ons addon provider providers weight weighted sticky cool down drain "
                    + "draining target tracking scaling concurrency burst reads writes iops encryption encrypted tag "
                    + "tags arn prefix suffix subscription insight insights events source sources destination "
                    + "destinations mapping mappings payload invoke invocation invocations triggers alias aliases snap "
                    + "env vars variable variables runtime engine instances types sizes family generation placement "
                    + "ownership object objects versioning block acl cors static website hosting transfer acceleration "
                    + "tiering keep alive grace period interval batching window visibility fan out redrive dedup poll "
                    + "polling delay depth backlog message messages sender receiver consumer producer"));

    private static final String[] PARTICIPLES = {"ed", "ing", "able", "ible", "ful", "less", "ive", "ous"};

    private Compounds() {}

    /** Whether {@code [start, end)}, which has a hyphen or another joint, is a word of the language. */
    public static boolean is(byte[] text, int start, int end) {
        int first = Bytes.runEnd(text, start, end, Bytes.ALNUM);
        int last = lastPart(text, start, end);
        boolean two = first + 1 == last;
        if (Bytes.runEnd(text, last, end, Bytes.DIGIT) == end) {
            return two && COUNTED.contains(text, start, first);
        }
        if ((Bytes.any(text, last, end) & Bytes.DIGIT) != 0) {
            return false;
        }
        if (FIRST.contains(text, start, first) || LAST.contains(text, last, end)) {
            return true;
        }
        if (!two) {
            return (Bytes.any(text, start, end) & Bytes.DIGIT) == 0 && joined(text, first, last);
        }
        return FIRST_OF_TWO.contains(text, start, first)
                || LAST_OF_TWO.contains(text, last, end)
                || (first - start > 4 && endsWith(text, start, first, "ly"))
                || (Bytes.runEnd(text, start, first, Bytes.DIGIT) == first && first - start < 4);
    }

    /** Whether all its parts are words of every text about computers, {@code key-rotation}: a name only in quotes. */
    public static boolean ofCommonWords(byte[] text, int start, int end) {
        int part = start;
        for (int i = start; i <= end; i++) {
            if (i == end || !Bytes.is(text[i], Bytes.ALNUM)) {
                if (!Words.common(text, part, i) && !OF_PROGRAMS.contains(text, part, i)) {
                    return false;
                }
                part = i + 1;
            }
        }
        return true;
    }

    /** Whether it may be an adjective, which stands in front of the word for a thing as a name does. */
    public static boolean adjective(byte[] text, int start, int end) {
        for (String ending : PARTICIPLES) {
            if (endsWith(text, start, end, ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has at least three parts, as compounds of the language seldom do. */
    public static boolean isLong(byte[] text, int start, int end) {
        int joints = 0;
        for (int i = start; i < end; i++) {
            joints += Bytes.is(text[i], Bytes.ALNUM) ? 0 : 1;
        }
        return joints > 1;
    }

    private static boolean joined(byte[] text, int first, int last) {
        int part = first + 1;
        for (int i = part; i < last; i++) {
            if (!Bytes.is(text[i], Bytes.ALNUM)) {
                if (JOINING.contains(text, part, i)) {
                    return true;
                }
                part = i + 1;
            }
        }
        return false;
    }

    private static int lastPart(byte[] text, int start, int end) {
        int last = end;
        while (last > start && Bytes.is(text[last - 1], Bytes.ALNUM)) {
            last--;
        }
        return last;
    }

    private static boolean endsWith(byte[] text, int start, int end, String ending) {
        return end - start > ending.length() + 2 && Bytes.at(text, end - ending.length(), end, ending);
    }
}
