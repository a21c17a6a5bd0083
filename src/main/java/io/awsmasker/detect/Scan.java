package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One pass over a passage. A table says for each byte whether an identifier can be recognised from it; most bytes cannot
 * begin anything and cost one look-up. Each recogniser reads a bounded number of bytes or bytes that no other anchor of
 * its kind reads again, so the pass is linear in the passage's length.
 */
final class Scan {
    private static final String ANCHORS = "0:-.{}[]ABZJGD_/=+@%(`>|";
    private static final byte[] ANCHOR = new byte[256];

    static {
        for (int i = 0; i < ANCHORS.length(); i++) {
            ANCHOR[ANCHORS.charAt(i)] = (byte) (i + 1);
        }
        Arrays.fill(ANCHOR, '0', '9' + 1, ANCHOR['0']);
    }

    private final Tables tables;
    private final Passage passage;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private final PrivateKeys privateKeys = new PrivateKeys();
    private final Prose prose = new Prose();
    private final Surroundings surroundings;
    private int hostFloor;
    private int keyFloor;

    Scan(Tables tables, Passage passage, Candidates found) {
        this.tables = tables;
        this.passage = passage;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.surroundings = new Surroundings(tables, passage, found);
        this.hostFloor = from;
        this.keyFloor = from;
    }

    void run() {
        underKey();
        int i = from;
        while (i + EightBytes.SIZE <= to) {
            i = block(i);
        }
        while (i < to) {
            i = at(i);
        }
    }

    /** Stops at the anchors among the eight bytes at {@code start}; returns where to read on. */
    private int block(int start) {
        long bytes = EightBytes.at(text, start);
        int next = start + EightBytes.SIZE;
        if (bytes == EightBytes.BLANKS) {
            return next;
        }
        long anchors = EightBytes.anchors(bytes);
        while (anchors != 0) {
            int i = start + (Long.numberOfTrailingZeros(anchors) >>> 3);
            int end = at(i);
            if (end > i + 1) {
                return end;
            }
            anchors &= anchors - 1;
        }
        return next;
    }

    /** The whole passage is the value of the key under which it stands. */
    private void underKey() {
        String key = passage.key();
        if (key == null || from >= to) {
            return;
        }
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        IdentifierType type = tables.keys.find(name, 0, name.length);
        if (type != null && type.secret()) {
            Secrets.propose(text, from, to, type, found);
        } else if (type != null) {
            Names.propose(text, from, to, true, type, found);
        }
    }

    /** Looks at the byte at {@code i}; returns where to read on. */
    private int at(int i) {
        switch (ANCHOR[text[i] & 0xff]) {
            case 0 -> {}
            case 1 -> {
                return digits(i);
            }
            case 2 -> colon(i);
            case 3 -> {
                return hyphen(i);
            }
            case 4 -> dot(i);
            case 5, 7 -> surroundings.open(i);
            case 6, 8 -> surroundings.close();
            case 9 -> {
                if (i + 1 < to && Bytes.is(text[i + 1], Bytes.UPPER)) {
                    Credentials.atLetterA(text, from, i, to, found);
                }
            }
            case 10 -> {
                if (i + 1 < to && (text[i + 1] == 'e' || text[i + 1] == 'a')) {
                    Bearers.find(text, from, i, to, found);
                }
            }
            case 11 -> {
                if (i + 1 < to && Bytes.is(text[i + 1], Bytes.UPPER | Bytes.DIGIT)) {
                    Zones.find(text, from, i, to, found);
                }
            }
            case 12, 13, 14 -> {
                if (i > from && (text[i - 1] == 'y' || text[i - 1] == 'o')) {
                    Credentials.atOpening(text, from, i, to, found);
                }
            }
            case 15 -> {
                surroundings.terraform(i);
                tables.credentials.atUnderscore(text, from, i, to, found);
                Pools.userPool(text, from, i, to, found);
            }
            case 16 -> Paths.find(text, from, i, to, found);
            case 17 -> equalsSign(i);
            case 18 -> Phones.find(text, from, i, to, found);
            case 19 -> Mails.find(text, from, i, to, found);
            case 20 -> tables.arns.find(text, from, i, to, found);
            case 21, 22 -> surroundings.called(i);
            case 23 -> surroundings.element(i);
            case 24 -> surroundings.cell(i);
            default -> throw new AssertionError(i);
        }
        return i + 1;
    }

    private int digits(int i) {
        int escaped = Boundary.escapeEnd(text, from, i, to);
        if (escaped > i) {
            return escaped;
        }
        if (i >= keyFloor) {
            keyFloor = SecretKeys.bare(text, from, i, to, found);
        }
        int end = Bytes.runEnd(text, i, to, Bytes.DIGIT);
        if (i > from && Bytes.is(text[i - 1], Bytes.LETTER) && !Boundary.before(text, from, i)) {
            return end;
        }
        tables.numbers.find(text, from, i, end, to, found);
        return end;
    }

    private int hyphen(int i) {
        if (i + 1 >= to) {
            return i + 1;
        }
        byte next = text[i + 1];
        if (next == '-') {
            return Bytes.at(text, i, to, "-----") ? privateKeys.find(text, i, to, found) : surroundings.option(i);
        }
        if (i == from) {
            return i + 1;
        }
        byte before = text[i - 1];
        if (Bytes.is(before, Bytes.ALNUM) && Bytes.is(next, Bytes.ALNUM)) {
            int end = tables.prefixedIds.find(text, from, i, to, found);
            if (end > 0) {
                return end;
            }
            prose.find(text, from, i, to, found);
            if (before == 'p' || before == '2') {
                Ipv4.findInHost(text, from, i, to, found);
            }
            if (before == 'h') {
                SshKeys.find(text, from, i, to, found);
            }
            if (i + 3 < to && text[i + 3] == '-') {
                ColonGroups.findWithHyphens(text, from, i, to, found);
            }
            if (before == 'k' || before == 't' || (i - 2 >= from && text[i - 2] == 'o')) {
                Credentials.atHyphen(text, from, i, to, found);
            }
        }
        return i + 1;
    }

    private void colon(int i) {
        if (i > from && text[i - 1] == 'n' && tables.arns.find(text, from, i, to, found)) {
            return;
        }
        if (i + 1 >= to) {
            return;
        }
        byte next = text[i + 1];
        if (next == '/') {
            Urls.find(text, from, i, to, found);
        } else if (next == ' '
                || next == '"'
                || next == '['
                || next == '{'
                || next == '\n'
                || next == '&'
                || next == '\\'
                || next == '\'') {
            surroundings.key(i);
        } else {
            if (Bytes.is(next, Bytes.HEX) || next == ':') {
                ColonGroups.find(text, from, i, to, found);
            }
            Pools.identityPool(text, from, i, to, found);
        }
    }

    private void equalsSign(int i) {
        if (i + 1 < to && text[i + 1] != '=' && text[i + 1] != '>') {
            surroundings.key(i);
        }
    }

    private void dot(int i) {
        if (i + 1 < to && Hosts.mayBegin(text[i + 1])) {
            hostFloor = Math.max(hostFloor, tables.hosts.find(text, hostFloor, i, to, found));
        }
    }
}
