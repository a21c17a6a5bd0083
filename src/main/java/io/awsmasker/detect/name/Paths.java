package io.awsmasker.detect.name;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.util.List;

/** Names behind a slash that AWS itself writes in front of them: log groups of services, aliases of keys, hosted zones. */
public final class Paths {
    private static final int SHORTEST = 9;
    private static final String TAIL = "aws logs tail ";
    private static final String ASSUMED = "assumed-";
    private static final String CALLED = " called";
    private static final int ACCOUNT = 12;
    private static final int LONGEST_ROLE = 65;
    private static final String NAME = "Name";
    private static final List<String> CLUSTER_TAGS = List.of("kubernetes.io/cluster", "k8s.io/cluster-autoscaler");

    private static final String GROUP = "targetgroup";

    /** With which the parameters begin that AWS publishes for everybody. */
    static final String PUBLISHED = "/aws/service/";

    private static final String OF_AWS = "/aws/";
    private static final List<String> OF_SERVICES =
            List.of("/aws/rds/cluster", "/aws/rds/instance", "/aws/vendedlogs/states");

    /** The script of EKS that makes an instance a node of the cluster that it is told. */
    private static final String BOOTSTRAP = "/bootstrap.sh ";

    private static final int LONGEST_CLUSTER = 100;
    private static final int MOST_BLANKS = 8;

    /** What stands behind such a tag and is no cluster. */
    private static final WordTable FLAGS = new WordTable(Words.set("enabled node-template"));

    private Paths() {}

    public static void find(byte[] text, int from, int slash, int to, Candidates found) {
        if (Bytes.at(text, slash, to, "/aws/")) {
            logGroup(text, from, slash, to, found);
        } else if (slash > from && text[slash - 1] == ':' && account(text, from, slash - 1)) {
            found.name(IdentifierType.LOGGROUP, slash, trimmed(text, slash + 1, to));
        } else if (slash - TAIL.length() >= from && Bytes.at(text, slash - TAIL.length(), slash, TAIL)) {
            found.name(IdentifierType.LOGGROUP, slash, trimmed(text, slash + 1, to));
        } else if (slash > from && Bytes.is(text[slash - 1], Bytes.QUOTE) && text[slash - 1] != '\\') {
            called(text, from, slash, to, found);
        } else if (Bytes.at(text, slash, to, "/o-")) {
            int end = Bytes.runEnd(text, slash + 3, to, Bytes.LOWER | Bytes.DIGIT);
            if (end - slash >= 13 && end - slash <= 35 && Boundary.after(text, end, to)) {
                found.shape(IdentifierType.ORG, slash + 1, end);
            }
        } else if (slash - 3 >= from && (text[slash - 1] == 'p' || text[slash - 1] == 't' || text[slash - 1] == 'y')) {
            loadBalancer(text, from, slash, to, found);
        } else if (text[Math.max(from, slash - 1)] == 'h') {
            ClusterTags.discovery(text, from, slash, to, found);
        } else if (slash - 4 >= from && text[slash - 1] == 'e' && Bytes.at(text, slash - 4, slash, "role")) {
            role(text, from, slash, to, found);
        } else if (slash - 4 >= from && text[slash - 1] == 's' && Bytes.at(text, slash, to, BOOTSTRAP)) {
            if (Bytes.at(text, slash - 4, slash, "/eks")) {
                bootstrapped(text, slash + BOOTSTRAP.length(), to, found);
            }
        } else if (slash - 5 >= from && text[slash - 1] == 's' && Bytes.at(text, slash - 5, slash, "alias")) {
            if (begins(text, from, slash - 5) && !Bytes.at(text, slash, to, "/aws/")) {
                int end = trimmed(text, slash + 1, to);
                found.name(IdentifierType.KMSALIAS, slash + 1, end);
            }
        } else if (text[Math.max(from, slash - 1)] == 'r' && ofCluster(text, from, slash)) {
            int end = trimmed(text, slash + 1, to);
            if (!FLAGS.contains(text, slash + 1, end)) {
                found.name(IdentifierType.CLUSTER, slash + 1, end);
            }
        } else if (slash - 10 >= from && text[slash - 1] == 'e' && Bytes.at(text, slash - 10, slash, "hostedzone")) {
            int end = Bytes.runEnd(text, slash + 1, to, Bytes.UPPER | Bytes.DIGIT);
            if (end - slash > 4 && text[slash + 1] == 'Z' && Boundary.after(text, end, to)) {
                found.shape(IdentifierType.ZONE, slash + 1, end);
            }
        }
    }

    /** Whether the number of an account ends at {@code colon}, as in the {@code @log} of CloudWatch. */
    private static boolean account(byte[] text, int from, int colon) {
        int start = colon - ACCOUNT;
        return start >= from
                && Bytes.runEnd(text, start, colon, Bytes.DIGIT) == colon
                && Boundary.before(text, from, start)
                && (start == from || text[start - 1] != ':');
    }

    /** {@code role/DeployBot}, the end of an ARN, as people and tools of audits write it. */
    private static void role(byte[] text, int from, int slash, int to, Candidates found) {
        int word = slash - 4;
        boolean assumed = assumed(text, from, word - ASSUMED.length(), word);
        boolean begins =
                assumed || word == from || text[word - 1] == ' ' || text[word - 1] == '`' || text[word - 1] == '\n';
        int end = Bytes.runEnd(text, slash + 1, Math.min(to, slash + LONGEST_ROLE), Bytes.WORD);
        while (end + 1 < to && text[end] == '-' && end - slash < LONGEST_ROLE) {
            end = Bytes.runEnd(text, end + 1, Math.min(to, slash + LONGEST_ROLE), Bytes.WORD);
        }
        boolean quoted = word > from && text[word - 1] == '`';
        boolean capital = Bytes.is(text[slash + 1 < to ? slash + 1 : slash], Bytes.UPPER);
        boolean whole = end >= to || (text[end] != '(' && (assumed || (text[end] != '/' && text[end] != '*')));
        boolean joined = assumed && Words.joined(text, slash + 1, to);
        boolean example = Bytes.at(text, end - NAME.length(), end, NAME); // role/RoleName
        if (begins && whole && !example && (quoted || capital || joined) && end > slash + 1) {
            Names.propose(text, slash + 1, end, false, IdentifierType.ROLE, found);
        }
    }

    /** Whether {@code assumed-role/x} stands there that is the end of no ARN: detection rules compare so. */
    private static boolean assumed(byte[] text, int from, int start, int end) {
        return start >= from
                && Bytes.at(text, start, end, ASSUMED)
                && Boundary.before(text, from, start)
                && (start == from || text[start - 1] != ':' || Bytes.at(text, start - 2, start, "*:"));
    }

    /** {@code log group /ecs/x} and {@code log group called "/x"}. */
    private static void called(byte[] text, int from, int slash, int to, Candidates found) {
        int end = slash;
        while (end > from && slash - end < 3 && Bytes.is(text[end - 1], Bytes.QUOTE)) {
            end--;
        }
        end = Bytes.at(text, Math.max(from, end - CALLED.length()), end, CALLED) ? end - CALLED.length() : end;
        Nouns nouns = Nouns.before(text, from, end);
        if (nouns != null && nouns.kind().type() == IdentifierType.LOGGROUP) {
            int stop = trimmed(text, slash + 1, to);
            if (stop - slash > 2) {
                found.name(IdentifierType.LOGGROUP, slash, stop);
            }
        }
    }

    /** {@code /etc/eks/bootstrap.sh x --kubelet-extra-args}: the cluster, which options or the end of the line follow. */
    private static void bootstrapped(byte[] text, int at, int to, Candidates found) {
        boolean quoted = at < to && (text[at] == '"' || text[at] == '\'');
        int start = quoted ? at + 1 : at;
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_CLUSTER), Bytes.HOST);
        int next = quoted ? end + 1 : end;
        boolean closed =
                quoted ? end < to && text[end] == text[at] : next >= to || text[next] <= ' ' || text[next] == '\\';
        int option = next;
        while (option < to && option - next < MOST_BLANKS && text[option] == ' ') {
            option++;
        }
        boolean options = option >= to || text[option] <= ' ' || text[option] == '-' || text[option] == '\\';
        if (closed && options && end > start && Bytes.is(text[start], Bytes.ALNUM)) {
            Names.propose(text, start, end, true, IdentifierType.CLUSTER, found);
        }
    }

    /** {@code kubernetes.io/cluster/} and {@code k8s.io/cluster-autoscaler/}, by which tags say whose a resource is. */
    private static boolean ofCluster(byte[] text, int from, int slash) {
        for (String tag : CLUSTER_TAGS) {
            if (slash - tag.length() >= from && Bytes.at(text, slash - tag.length(), slash, tag)) {
                return true;
            }
        }
        return false;
    }

    /** {@code app/NAME/HEX16}, as metrics name a load balancer, and {@code targetgroup/NAME/HEX16}. */
    private static void loadBalancer(byte[] text, int from, int slash, int to, Candidates found) {
        boolean group = text[slash - 1] == 'p' && Bytes.at(text, Math.max(from, slash - GROUP.length()), slash, GROUP);
        boolean kind = group
                || Bytes.at(text, slash - 3, slash, "app")
                || Bytes.at(text, slash - 3, slash, "net")
                || Bytes.at(text, slash - 3, slash, "gwy");
        int end = slash + 1;
        while (end < Math.min(to, slash + 34) && (Bytes.is(text[end], Bytes.ALNUM) || text[end] == '-')) {
            end++;
        }
        int id = end + 1;
        boolean hex = id + 16 <= to && text[end] == '/' && Bytes.runEnd(text, id, id + 16, Bytes.HEX) == id + 16;
        if (kind
                && hex
                && Boundary.before(text, from, slash - (group ? GROUP.length() : 3))
                && Boundary.after(text, id + 16, to)) {
            found.name(IdentifierType.ELB, slash + 1, end);
            found.name(IdentifierType.ELB, id, id + 16);
        }
    }

    /** Whether it is {@code /aws/lambda}, with which the names of all log groups of a service begin. */
    static boolean isOfService(byte[] text, int start, int end) {
        int word = start + OF_AWS.length();
        if (word >= end || !Bytes.at(text, start, end, OF_AWS)) {
            return false;
        }
        boolean whole = false;
        for (String service : OF_SERVICES) {
            whole |= end - start == service.length() && Bytes.at(text, start, end, service);
        }
        return whole || Bytes.runEnd(text, word, end, Bytes.LOWER) == end;
    }

    private static void logGroup(byte[] text, int from, int slash, int to, Candidates found) {
        if (!begins(text, from, slash) || Bytes.at(text, slash, to, PUBLISHED)) {
            return;
        }
        int end = slash + 1;
        int slashes = 1;
        int last = end;
        while (end < to && (Bytes.is(text[end], Bytes.HOST) || text[end] == '/' || text[end] == '#')) {
            slashes += text[end] == '/' ? 1 : 0;
            end++;
            last = Bytes.is(text[end - 1], Bytes.ALNUM) ? end : last;
        }
        if (slashes >= 3 && last - slash >= SHORTEST && !isOfService(text, slash, last)) {
            found.name(IdentifierType.LOGGROUP, slash, last);
        }
    }

    /** Whether nothing in front belongs to the same path; so no byte is read for two paths. */
    private static boolean begins(byte[] text, int from, int at) {
        boolean path = at > from && (Bytes.is(text[at - 1], Bytes.HOST) || text[at - 1] == '/' || text[at - 1] == '#');
        return Boundary.before(text, from, at) && (!path || Bytes.is(text[at - 1], Bytes.ALNUM));
    }

    private static int trimmed(byte[] text, int from, int to) {
        int end = from;
        while (end < to && (Bytes.is(text[end], Bytes.HOST) || text[end] == '/')) {
            end++;
        }
        while (end > from && !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            end--;
        }
        return end;
    }
}
