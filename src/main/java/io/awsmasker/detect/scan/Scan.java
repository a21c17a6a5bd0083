package io.awsmasker.detect.scan;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.EightBytes;
import io.awsmasker.detect.bytes.LineStarts;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.log.AccessLogs;
import io.awsmasker.detect.log.Listings;
import io.awsmasker.detect.log.StackEvents;
import io.awsmasker.detect.name.Paths;
import io.awsmasker.detect.name.Runs;
import io.awsmasker.detect.prose.Bracketed;
import io.awsmasker.detect.prose.CapitalNames;
import io.awsmasker.detect.prose.Prose;
import io.awsmasker.detect.secret.Bearers;
import io.awsmasker.detect.secret.Credentials;
import io.awsmasker.detect.secret.DatabaseLogins;
import io.awsmasker.detect.secret.Logins;
import io.awsmasker.detect.secret.OpaqueTokens;
import io.awsmasker.detect.secret.Webhooks;
import io.awsmasker.detect.shape.ColonGroups;
import io.awsmasker.detect.shape.Hosts;
import io.awsmasker.detect.shape.Mails;
import io.awsmasker.detect.shape.Phones;
import io.awsmasker.detect.shape.Pools;
import io.awsmasker.detect.shape.Urls;
import io.awsmasker.detect.shape.Zones;
import io.awsmasker.detect.wrapping.Margin;
import io.awsmasker.detect.wrapping.Signs;

/**
 * One pass over a passage that asks at each of its {@link Anchors} the recognisers which begin there. Each of them reads a bounded
 * number of bytes or bytes that no other anchor of its kind reads again, so the pass is linear in the passage's length.
 */
public final class Scan {
    private static final int WINDOW = 16;

    /** The first of eight bytes in the masks of {@link EightBytes}. */
    private static final long FIRST = 0x80;

    private final Recognisers recognisers;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final Surroundings surroundings;
    private final Digits digits;
    private final Hyphens hyphens;
    private final Prose prose;
    private final Signs signs = new Signs();
    private int hostFloor;
    private int webTokenFloor;
    private int sessionTokenFloor;

    private Scan(Recognisers recognisers, Passage passage, Candidates found) {
        this.recognisers = recognisers;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.surroundings = new Surroundings(recognisers.vocabulary, recognisers.commands, passage, found);
        this.digits = new Digits(recognisers, passage, found);
        this.prose = new Prose(passage, found);
        this.hyphens = new Hyphens(recognisers, passage, surroundings, prose, found);
        this.hostFloor = from;
        this.webTokenFloor = from;
        this.sessionTokenFloor = from;
    }

    /** Scans a passage: proposes what is found; returns where texts inside the passage may be. */
    public static Signs read(Recognisers recognisers, Passage passage, Candidates found) {
        UnderKey.find(recognisers.vocabulary.keys, passage, found);
        return Anchors.none(passage) ? new Signs() : new Scan(recognisers, passage, found).run();
    }

    private Signs run() {
        int i = line(from);
        while (i + EightBytes.SIZE <= to) {
            i = window(i, Math.min(WINDOW, (to - i) & -EightBytes.SIZE));
        }
        while (i < to) {
            i = at(i);
        }
        return signs;
    }

    /** Stops at the anchors among the next {@code size} bytes, at most 64; returns where to read on. */
    private int window(int start, int size) {
        long anchors = 0;
        long quote = start > from && text[start - 1] == '"' ? FIRST : 0;
        for (int i = 0; i < size; i += EightBytes.SIZE) {
            long bytes = EightBytes.at(text, start + i);
            long quotes = EightBytes.equal(bytes, (byte) '"');
            long doubled = quotes & (quotes << Byte.SIZE | quote);
            anchors |= EightBytes.packed(EightBytes.anchors(bytes) | doubled) << i;
            quote = quotes >>> (Long.SIZE - Byte.SIZE);
        }
        while (anchors != 0) {
            int next = at(start + Long.numberOfTrailingZeros(anchors)) - start;
            if (next >= size) {
                return start + next;
            }
            anchors &= -1L << next;
        }
        return start + size;
    }

    /** Looks at the byte at {@code i}; returns where to read on. What is cheap to see is asked for here. */
    private int at(int i) {
        switch (Anchors.of(text[i])) {
            case '0' -> {
                return digits.at(i);
            }
            case '-' -> {
                return hyphens.at(i);
            }
            case '\n' -> {
                return line(i + 1);
            }
            case ':' -> colon(i);
            case '=' -> equalsSign(i);
            case '.' -> dot(i);
            case '{', '[' -> {
                surroundings.open(i);
                if (i > from && text[i - 1] == '/') {
                    Runs.ofLambda(text, from, i, to, found);
                }
            }
            case '}', ']' -> surroundings.close();
            case '_' -> {
                surroundings.terraform(i);
                recognisers.vendorKeys.find(text, from, i, to, found);
                recognisers.stripeIds.find(text, from, i, to, found);
                Pools.userPool(text, from, i, to, found);
                AccessLogs.ofFile(text, i, to, found);
            }
            case '@' -> {
                Mails.find(text, from, i, to, found);
                Logins.ofOracle(text, from, i, to, found);
                Logins.ofGo(text, from, i, to, found);
                DatabaseLogins.ofPostgresLog(text, from, i, to, found);
                if (i > from
                        && i + 1 < to
                        && text[i + 1] == text[i - 1]
                        && (text[i - 1] == '\'' || text[i - 1] == '`')) {
                    DatabaseLogins.ofMysql(text, from, i, to, found);
                }
            }
            case 'C', 'E', 'I' -> service(i);
            case 'A' -> {
                service(i);
                if (i + 1 < to && Bytes.is(text[i + 1], Bytes.UPPER)) {
                    Credentials.atLetterA(text, from, i, to, found);
                }
            }
            case 'J', 'G', 'D' -> {
                service(i);
                if (i > from && text[i - 1] == 'y') {
                    webTokenFloor = OpaqueTokens.webToken(text, from, i, to, webTokenFloor, found);
                } else if (i > from && text[i - 1] == 'o') {
                    sessionTokenFloor = OpaqueTokens.sessionToken(text, from, i, to, sessionTokenFloor, found);
                }
            }
            case 'Z' -> {
                if (i + 1 < to && Bytes.is(text[i + 1], Bytes.UPPER | Bytes.DIGIT)) {
                    Zones.find(text, from, i, to, found);
                }
            }
            case 'w', 'W' -> {
                if (i > from && ((text[i - 1] | 32) == 's' || (text[i - 1] | 32) == 'p')) {
                    recognisers.secretWords.find(text, from, i, to, found);
                }
            }
            case 'k', 'K' -> {
                if (i + 1 < to && (text[i + 1] | 32) == 'e') {
                    recognisers.secretWords.find(text, from, i, to, found);
                } else if (text[i] == 'K' && i > from && text[i - 1] == 'S') {
                    Credentials.ofTwilio(text, from, i - 1, to, found);
                }
            }
            case 'B' -> Bearers.find(text, from, i, to, found);
            case '+' -> Phones.find(text, from, i, to, found);
            case '/' -> Paths.find(text, from, i, to, found);
            case '%' -> {
                signs.add(i);
                recognisers.arns.find(text, from, i, to, found);
            }
            case '\\', '&' -> signs.add(i);
            case '"' -> {
                if (i > from && text[i - 1] == '"') {
                    signs.add(i - 1);
                }
            }
            case '\'' -> prose.quoted(i);
            case '(', '`' -> {
                surroundings.called(i);
                if (text[i] == '`') {
                    prose.quoted(i);
                }
                if (text[i] == '(') {
                    Bracketed.find(text, from, i, to, found);
                }
            }
            case '>' -> surroundings.element(i);
            case '|' -> surroundings.cell(i);
            default -> {}
        }
        return i + 1;
    }

    /** A line begins at {@code at}; returns where to read on. */
    private int line(int at) {
        int first = LineStarts.blanks(text, at, to);
        if (at > from && Margin.mayStand(text, at, first, to)) {
            signs.add(at - 1);
        }
        return surroundings.line(at, first);
    }

    /** A word begins with the capital at {@code i} that may be a service of AWS. */
    private void service(int i) {
        if (i == from || text[i - 1] == ' ' || text[i - 1] == '(' || text[i - 1] == '\n') {
            CapitalNames.find(text, i, to, found);
        }
    }

    private void colon(int i) {
        if (i > from && text[i - 1] == 'n' && recognisers.arns.find(text, from, i, to, found)) {
            return;
        }
        if (i + 1 >= to) {
            return;
        }
        byte next = text[i + 1];
        boolean member = i > from && text[i - 1] == '"' && (Bytes.is(next, Bytes.DIGIT) || next == 't');
        if (next == '/') {
            Urls.find(text, from, i, to, found);
            Webhooks.find(text, i, to, found);
        } else if (member
                || next == ' '
                || next == '\t'
                || next == '"'
                || next == '['
                || next == '{'
                || next == '\n'
                || next == '&'
                || next == '\\'
                || next == '\''
                || next == '*') {
            surroundings.key(i, i + 1);
        } else {
            Listings.find(text, from, i, to, found);
            AccessLogs.ofBalancer(text, from, i, to, found);
            if (Bytes.is(next, Bytes.DIGIT)) {
                Logins.ofPostgres(text, from, i, to, found);
            }
            if (Bytes.is(next, Bytes.HEX) || next == ':') {
                ColonGroups.find(text, from, i, to, found);
            }
            if (next == ':') {
                StackEvents.find(text, from, i, to, found);
            }
            Pools.identityPool(text, from, i, to, found);
            if (i > from && Bytes.is(next, Bytes.LOWER) && Bytes.is(text[i - 1], Bytes.LETTER)) {
                surroundings.tag(i);
            }
        }
    }

    private void equalsSign(int i) {
        if (i + 1 < to && text[i + 1] == '>') {
            surroundings.key(i, i + 2);
        } else if (i > from && text[i - 1] == '=') {
            surroundings.compared(i);
        } else if (i + 1 < to && text[i + 1] != '=') {
            surroundings.key(i, i + 1);
        }
    }

    private void dot(int i) {
        if (i + 2 < to && Hosts.mayBegin(text[i + 1], text[i + 2])) {
            hostFloor = Math.max(hostFloor, recognisers.hosts.find(text, hostFloor, i, to, found));
        }
        recognisers.vendorKeys.find(text, from, i, to, found);
    }
}
