package io.awsmasker.detect.log;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.words.Words;

/**
 * Lines of the access logs of S3 and of classic load balancers, whose fields have places instead of names: the owner and
 * the bucket stand in front of a time in brackets, the requester behind it; a balancer's name stands behind the time.
 */
public final class AccessLogs {
    private static final int CANONICAL = 64;
    private static final int LONGEST_BUCKET = 63;
    private static final int LONGEST_TIME = 32;
    private static final int KIND = "_app.".length();
    private static final int BALANCER = 16;
    private static final int LONGEST_ADDRESS = 46;

    private AccessLogs() {}

    /** Adds the names around the time {@code [06/Feb/2024:00:00:38 +0000]} whose bracket stands at {@code open}. */
    public static void ofS3(byte[] text, int from, int open, int to, Candidates found) {
        if (open + 4 >= to || text[open + 3] != '/' || !Bytes.is(text[open + 1], Bytes.DIGIT) || open - 4 < from) {
            return;
        }
        int bucketEnd = open - 1;
        int bucket = bucketEnd;
        while (bucket > from && bucketEnd - bucket <= LONGEST_BUCKET && Bytes.is(text[bucket - 1], Bytes.HOST)) {
            bucket--;
        }
        int owner = bucket - 1 - CANONICAL;
        if (text[bucketEnd] != ' '
                || bucketEnd - bucket < 3
                || owner < from
                || text[bucket - 1] != ' '
                || !canonical(text, from, owner, to)) {
            return;
        }
        found.name(IdentifierType.CANONICALID, owner, owner + CANONICAL);
        Names.propose(text, bucket, bucketEnd, true, IdentifierType.BUCKET, found);
        int close = open;
        while (close < Math.min(to, open + LONGEST_TIME) && text[close] != ']') {
            close++;
        }
        int requester = fieldEnd(text, close + 2, to) + 1;
        if (canonical(text, from, requester, to)) {
            found.name(IdentifierType.CANONICALID, requester, requester + CANONICAL);
        }
    }

    /** Adds the balancer behind the time whose first colon stands at {@code colon}, in front of the client's address. */
    public static void ofBalancer(byte[] text, int from, int colon, int to, Candidates found) {
        if (colon - 3 < from || text[colon - 3] != 'T' || colon + 5 >= to || text[colon + 3] != ':') {
            return;
        }
        int start = fieldEnd(text, colon, to) + 1;
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_TIME + 1), Bytes.ALNUM | Bytes.HOST);
        if (start >= to || text[start - 2] != 'Z' || end >= to || text[end] != ' ' || end - start < 2) {
            return;
        }
        int octet = Bytes.runEnd(text, end + 1, Math.min(to, end + 5), Bytes.DIGIT);
        boolean address = octet > end + 1 && octet < to && text[octet] == '.';
        int port = address ? fieldEnd(text, octet, to) : to;
        boolean backend = port + 2 < to && (Bytes.is(text[port + 1], Bytes.DIGIT) || text[port + 1] == '-');
        if (backend && Bytes.is(text[port - 1], Bytes.DIGIT) && Words.distinctive(text, start, end)) {
            Names.propose(text, start, end, false, IdentifierType.ELB, found);
        }
    }

    /**
     * Adds the balancer in the name of a file of logs, {@code 1234_elasticloadbalancing_eu-west-1_app.NAME.HEX16_2024…},
     * whose underscore in front of its kind stands at {@code mark}.
     */
    public static void ofFile(byte[] text, int mark, int to, Candidates found) {
        if (!Bytes.at(text, mark, to, "_app.") && !Bytes.at(text, mark, to, "_net.")) {
            return;
        }
        int start = mark + KIND;
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_TIME + 1), Bytes.ALNUM);
        while (end + 1 < to && text[end] == '-' && end - start < LONGEST_TIME) {
            end = Bytes.runEnd(text, end + 1, Math.min(to, start + LONGEST_TIME + 1), Bytes.ALNUM);
        }
        int id = end + 1;
        boolean hex = id + BALANCER < to && Bytes.runEnd(text, id, id + BALANCER, Bytes.LOWER_HEX) == id + BALANCER;
        if (hex && text[end] == '.' && text[id + BALANCER] == '_') {
            found.name(IdentifierType.ELB, start, end);
        }
    }

    private static int fieldEnd(byte[] text, int at, int to) {
        int end = at;
        while (end < to && end - at < LONGEST_ADDRESS && text[end] > ' ') {
            end++;
        }
        return end;
    }

    private static boolean canonical(byte[] text, int from, int at, int to) {
        return at >= from
                && at + CANONICAL <= to
                && Boundary.before(text, from, at)
                && Bytes.runEnd(text, at, at + CANONICAL, Bytes.LOWER_HEX) == at + CANONICAL
                && Boundary.after(text, at + CANONICAL, to);
    }
}
