package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Composed;
import io.awsmasker.detect.name.Names;

/**
 * What follows an endpoint's domain and is the customer's: the bucket of a path-style S3 URL, account and name of a
 * queue, a repository in a registry, the id of an OIDC issuer.
 */
final class HostPaths {
    private static final int OIDC_ID = 32;

    /** The digits of an account that somebody has shortened. */
    private static final int SHORTENED = 11;

    private static final String REPOSITORIES = "/v1/repos/";
    private static final int LONGEST_REPOSITORY = 256;

    private HostPaths() {}

    static void find(byte[] text, int start, int customerEnd, int dot, int end, int to, Candidates found) {
        int path = Bytes.at(text, end, to, ".cn") ? end + 3 : end;
        path = port(text, path, to);
        int first = behindSlash(text, path, to);
        if (first < 0) {
            return;
        }
        int firstEnd = Bytes.runEnd(text, first, to, Bytes.HOST);
        if (customerEnd == start && Bytes.at(text, start, dot, "s3")) {
            if (!Bytes.at(text, first, to, "doc/") && firstEnd - first >= 3) {
                found.name(IdentifierType.BUCKET, first, firstEnd);
            }
        } else if (contains(text, start, dot, "queue") || contains(text, start, dot, "sqs")) {
            if (firstEnd - first == 12 && Bytes.runEnd(text, first, firstEnd, Bytes.DIGIT) == firstEnd) {
                found.shape(IdentifierType.ACCOUNT, first, firstEnd);
                queue(text, firstEnd, to, found);
            } else if (firstEnd > first && !account(text, first, firstEnd)) {
                int name = behindSlash(text, firstEnd, to);
                Names.propose(
                        text,
                        Math.max(name, 0),
                        name < 0 ? 0 : trimmed(text, name, to, Bytes.HOST),
                        false,
                        IdentifierType.SQS,
                        found);
            } else if (first < to && (text[first] == '$' || text[first] == '{')) {
                queue(text, Composed.variableEnd(text, first, to), to, found);
            }
        } else if (contains(text, start, dot, ".dkr") || Bytes.at(text, start, dot, "dkr.")) {
            found.name(IdentifierType.ECR, first, repositoryEnd(text, first, to));
        } else if (Bytes.at(text, start, dot, "git-codecommit") && Bytes.at(text, path, to, REPOSITORIES)) {
            int name = path + REPOSITORIES.length();
            found.name(IdentifierType.REPO, name, trimmed(text, name, to, Bytes.HOST));
        } else if (Bytes.at(text, start, dot, "oidc.eks") && Bytes.at(text, path, to, "/id/")) {
            int id = path + 4;
            int idEnd = Bytes.runEnd(text, id, to, Bytes.UPPER | Bytes.DIGIT);
            if (idEnd - id == OIDC_ID) {
                found.shape(IdentifierType.OIDC, id, idEnd);
            }
        }
    }

    /** Whether it is a number that may be an account; what else stands in its place covers one: {@code ACCOUNT_ID}, {@code ...}. */
    private static boolean account(byte[] text, int start, int end) {
        return Bytes.runEnd(text, start, end, Bytes.DIGIT) == end && end - start > SHORTENED;
    }

    /** Where the name behind the slash begins, which a parameter of a link encodes, perhaps twice, or -1 without one. */
    private static int behindSlash(byte[] text, int at, int to) {
        if (at < to && text[at] == '/') {
            return at + 1;
        }
        int end = at + 1;
        while (end - at < Boundary.LONGEST_PERCENT - 2 && Bytes.at(text, end, to, "25")) {
            end += 2;
        }
        boolean slash = Bytes.at(text, end, to, "2F") || Bytes.at(text, end, to, "2f");
        return at < to && text[at] == '%' && slash ? end + 2 : -1;
    }

    private static void queue(byte[] text, int slash, int to, Candidates found) {
        int name = behindSlash(text, slash, to);
        if (name > 0) {
            found.placed(IdentifierType.SQS, name, trimmed(text, name, to, Bytes.HOST));
        }
    }

    private static int repositoryEnd(byte[] text, int from, int to) {
        int end = from;
        while (end < Math.min(to, from + LONGEST_REPOSITORY) && (Bytes.is(text[end], Bytes.HOST) || text[end] == '/')) {
            end++;
        }
        while (end > from && !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            end--;
        }
        return end;
    }

    private static int trimmed(byte[] text, int from, int to, int classes) {
        int end = Bytes.runEnd(text, from, to, classes);
        while (end > from && !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            end--;
        }
        return end;
    }

    private static int port(byte[] text, int at, int to) {
        return at < to && text[at] == ':' ? Bytes.runEnd(text, at + 1, to, Bytes.DIGIT) : at;
    }

    private static boolean contains(byte[] text, int start, int dot, String label) {
        for (int i = start; i + label.length() <= dot; i++) {
            if (Bytes.at(text, i, dot, label)) {
                return true;
            }
        }
        return false;
    }
}
