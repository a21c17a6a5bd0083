package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Policy;
import io.awsmasker.detect.catalogue.Rules;
import io.awsmasker.detect.catalogue.Structure;
import java.util.ArrayList;
import java.util.List;

/**
 * Widens findings to the whole ARN, URL or CIDR block in which they stand, for those who do not want to keep structure.
 * Each looks back no further than the end of the one before it, so that the time is linear in the passage.
 */
public final class Structures {
    private static final Marks TERMINATORS = Marks.of("\"'<>\\,;)]}`|");

    private Structures() {}

    public static List<Finding> whole(Passage passage, List<Finding> findings, Rules rules) {
        List<Finding> whole = new ArrayList<>(findings.size());
        int floor = passage.start();
        for (int i = 0; i < findings.size(); i++) {
            Finding first = findings.get(i);
            int start = start(passage.text(), floor, first.start());
            int end = end(passage, first.end());
            boolean joined = start == floor && floor > passage.start();
            if (start == first.start() || joined) {
                int limit = i + 1 < findings.size() ? findings.get(i + 1).start() : passage.end();
                Finding alone = cidr(passage, first, limit);
                whole.add(alone);
                floor = alone.end();
                continue;
            }
            Policy policy = rules.policy(first.type());
            while (i + 1 < findings.size() && findings.get(i + 1).start() < end) {
                Finding next = findings.get(++i);
                policy = strictest(policy, rules.policy(next.type()));
                end = Math.max(end, end(passage, next.end()));
            }
            boolean arn = Bytes.at(passage.text(), start, end, "arn");
            whole.add(new Finding(new Structure(arn ? Structure.ARN : Structure.URL, policy), start, end));
            floor = end;
        }
        return whole;
    }

    /** Where the ARN or URL begins that reaches from there to {@code at}, or {@code at}. */
    private static int start(byte[] text, int floor, int at) {
        int start = at;
        for (int i = at - 1; i >= floor && !terminates(text[i]); i--) {
            boolean free = Boundary.before(text, floor, i);
            if (free && (Bytes.at(text, i, at, "arn:") || Bytes.at(text, i, at, "arn%3A"))) {
                return i;
            }
            if (text[i] == ':' && Bytes.at(text, i, at, "://")) {
                int scheme = i;
                while (scheme > floor && Bytes.is(text[scheme - 1], Bytes.WORD)) {
                    scheme--;
                }
                start = Boundary.skipEscape(text, floor, scheme, i);
            }
        }
        return start;
    }

    private static int end(Passage passage, int from) {
        int end = from;
        while (end < passage.end() && !terminates(passage.text()[end])) {
            end++;
        }
        while (end > from && ".:!?*".indexOf(passage.text()[end - 1]) >= 0) {
            end--;
        }
        return end;
    }

    /** Blanks, control characters and all beyond ASCII do, and what quotes and lists are made of. */
    private static boolean terminates(byte b) {
        return b <= ' ' || TERMINATORS.has(b);
    }

    /** With the length of its mask, unless something else was found that begins with that, or a word does. */
    private static Finding cidr(Passage passage, Finding finding, int limit) {
        boolean block = finding.type() == IdentifierType.CIDR
                || finding.type() == IdentifierType.CIDRPRIV
                || finding.type() == IdentifierType.CIDR6;
        byte[] text = passage.text();
        int end = finding.end();
        if (!block || end >= passage.end() || text[end] != '/') {
            return finding;
        }
        int digits = Bytes.runEnd(text, end + 1, passage.end(), Bytes.DIGIT);
        return digits > limit || !Boundary.after(text, digits, passage.end())
                ? finding
                : new Finding(finding.type(), finding.start(), digits);
    }

    private static Policy strictest(Policy one, Policy other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
