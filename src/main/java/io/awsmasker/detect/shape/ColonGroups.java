package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.TokenLiteral;

/**
 * IPv6 addresses and MAC addresses, found from their first colon. Times, fingerprints and {@code ::} in code have colons
 * too: an address has eight groups or one gap, a digit, and nothing word-like next to it. One that ends in an IPv4 address is
 * that one for whoever reads it, and is left to it. Reads at most 48 bytes.
 */
public final class ColonGroups {
    private static final Marks JOINTS = Marks.of(":.%");
    private static final int GROUPS = 8;
    private static final int LONGEST_CLASS = 32;

    /** How many groups an address with a gap has that is joined to a word: with fewer it may be a name in a program. */
    private static final int FEWEST_JOINED = 3;

    private ColonGroups() {}

    /** Adds the address whose first colon stands at {@code colon}. */
    public static void find(byte[] text, int from, int colon, int to, Candidates found) {
        int start = colon;
        while (start > from
                && colon - start < 5
                && Bytes.is(text[start - 1], Bytes.HEX)
                && !Boundary.beforePart(text, from, start)) {
            start--;
        }
        boolean glued = start > from
                && (!Boundary.beforePart(text, from, start)
                        || ofToken(text, from, start, colon)
                        || (JOINTS.has(text[start - 1])
                                && !escaped(text, from, start)
                                && !labelled(text, from, start)));
        if (glued || colon - start > 4 || (colon == start && !(colon + 1 < to && text[colon + 1] == ':'))) {
            return;
        }
        int groups = 0;
        int wide = 0;
        int pairs = 0;
        int gap = -1;
        boolean digit = false;
        int last = start;
        int i = start;
        while (groups <= GROUPS) {
            int end = Bytes.runEnd(text, i, Math.min(to, i + 5), Bytes.HEX);
            if (end - i > 4) {
                return;
            }
            if (end > i) {
                groups++;
                wide += end - i > 2 ? 1 : 0;
                pairs += end - i == 2 ? 1 : 0;
                digit |= Bytes.runEnd(text, i, end, Bytes.LETTER) < end;
                last = i;
            }
            i = end;
            if (i >= to || text[i] != ':') {
                break;
            }
            boolean twice = i + 1 < to && text[i + 1] == ':';
            if (twice ? gap >= 0 : i + 1 >= to || !Bytes.is(text[i + 1], Bytes.HEX)) {
                break;
            }
            gap = twice ? groups : gap;
            i += twice ? 2 : 1;
        }
        if (i < to && text[i] == '.' && Ipv4.at(text, last, to)) {
            return;
        }
        boolean ended = Boundary.afterPart(text, i, to) && !(i < to && text[i] == ':');
        if (ended && gap < 0 && groups == 6 && pairs == 6) {
            found.shape(IdentifierType.MAC, start, i);
        }
        boolean joined = start > from && (text[start - 1] == '_' || text[start - 1] == '-');
        boolean full = gap < 0 && groups == GROUPS && wide > 0;
        boolean shortened = gap >= 0
                && groups < GROUPS
                && (!joined || groups >= FEWEST_JOINED)
                && (gap == 0 ? groups >= 2 : colon - start >= 2 && wide > 0);
        if (ended && digit && (full || shortened) && !Bytes.at(text, start, to, "fd00:ec2::254")) {
            boolean block = i + 1 < to && text[i] == '/' && Bytes.is(text[i + 1], Bytes.DIGIT);
            found.shape(block ? IdentifierType.CIDR6 : IdentifierType.IPV6, start, i);
        }
    }

    /** Adds a MAC address written with hyphens, whose first hyphen stands at {@code dash}. */
    public static void findWithHyphens(byte[] text, int from, int dash, int to, Candidates found) {
        int start = dash - 2;
        if (start < from || !Boundary.before(text, from, start) || (start > from && text[start - 1] == '-')) {
            return;
        }
        for (int i = start; i < start + 17; i++) {
            if (i >= to || ((i - start) % 3 == 2 ? text[i] != '-' : !Bytes.is(text[i], Bytes.HEX))) {
                return;
            }
        }
        int end = start + 17;
        if (Boundary.after(text, end, to) && !(end < to && text[end] == '-')) {
            found.shape(IdentifierType.MAC, start, end);
        }
    }

    /** Whether the colon in front of {@code start} ends a word that is no group: {@code IP:fd00:…}. */
    private static boolean labelled(byte[] text, int from, int start) {
        return start - 2 >= from
                && text[start - 1] == ':'
                && Bytes.is(text[start - 2], Bytes.LETTER)
                && !Bytes.is(text[start - 2], Bytes.HEX);
    }

    /** Whether what looks like the first group is the number of a token, {@code VPC_001:a}. */
    private static boolean ofToken(byte[] text, int from, int start, int colon) {
        int word = start;
        while (start - word < LONGEST_CLASS && !Boundary.before(text, from, word)) {
            word--;
        }
        return word < start && TokenLiteral.is(text, word, colon);
    }

    private static boolean escaped(byte[] text, int from, int start) {
        return start - 3 >= from && text[start - 3] == '%';
    }
}
