package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Dates;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Beside;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * Identifiers that begin with a digit: account ids, addresses, payment cards, social security and telephone numbers. Each
 * run of digits is looked at once, by its length and by what joins it to the next.
 */
public final class Numbers {
    private static final int ACCOUNT_DIGITS = 12;

    /** Of an account that a spreadsheet wrote as {@code 8.97355541743E+11}; with fewer digits nobody knows which it was. */
    private static final int FEWEST_DECIMALS = ACCOUNT_DIGITS - 2;

    private static final String SHARD = "shardId-";
    private static final WordTable POWERS = new WordTable(Words.set("137438953472 274877906944 549755813888"));

    /** Zeros at the end of a number that nobody has by chance. */
    private static final int ROUND = 8;

    private static final WordTable UNITS =
            new WordTable(Words.set("b bytes bits ns us ms nanoseconds microseconds milliseconds"));

    private final Keys keys;

    public Numbers(Keys keys) {
        this.keys = keys;
    }

    /** Adds what begins with the run of digits {@code [at, end)}. */
    public void find(byte[] text, int from, int at, int end, int to, Candidates found) {
        int length = end - at;
        if ((length == 3 || length == 4) && verification(text, from, at) && closed(text, end, to)) {
            found.name(IdentifierType.CVV, at, end);
        }
        switch (length) {
            case 1, 2, 3 -> {
                if (joined(text, from, at, end, to)) {
                    if (text[end] == '.') {
                        Ipv4.find(text, from, at, to, found);
                    } else if (text[end] == '-' && length == 3) {
                        person(text, from, at, to, found);
                    }
                }
                if (length == 1 && end < to && text[end] == '.') {
                    scientific(text, from, at, to, found);
                }
            }
            case 4 -> {
                if (joined(text, from, at, end, to) && text[end] != '.') {
                    groupsOfFour(text, from, at, to, found);
                }
            }
            case ACCOUNT_DIGITS -> account(text, from, at, end, to, found);
            case 14, 15, 16 -> {
                if (plain(text, from, at, end, to) && Cards.holds(text, at, end) && !keys.deny(text, from, at)) {
                    found.shape(IdentifierType.CARD, at, end);
                }
            }
            default -> {}
        }
    }

    private void account(byte[] text, int from, int at, int end, int to, Candidates found) {
        if (!plain(text, from, at, end, to)) {
            return;
        }
        boolean uuid = at - 6 >= from
                && text[at - 1] == '-'
                && text[at - 6] == '-'
                && Bytes.runEnd(text, at - 5, at, Bytes.HEX) == at - 1;
        boolean shard =
                at - SHARD.length() >= from && text[at - 1] == '-' && Bytes.at(text, at - SHARD.length(), at, SHARD);
        int unit = end + 1 < to && text[end] == ' ' ? Bytes.runEnd(text, end + 1, to, Bytes.WORD) : end;
        if (uuid
                || shard
                || round(text, at, end)
                || keys.deny(text, from, at)
                || (at == found.from() && end == found.to() && found.underAmount(keys))
                || (unit > end && UNITS.contains(text, end + 1, unit))) {
            return;
        }
        if (!Dates.minute(text, at)
                || keys.find(text, from, keys.endBefore(text, from, at)) == IdentifierType.ACCOUNT) {
            found.shape(IdentifierType.ACCOUNT, at, end);
            Beside.find(text, from, at, end, to, IdentifierType.RES, found);
        }
    }

    /** A limit and no account: nines, zeros behind a few digits, or one of the powers of two with twelve digits. */
    private static boolean round(byte[] text, int at, int end) {
        int zeros = end;
        int nines = at;
        while (zeros > at && text[zeros - 1] == '0') {
            zeros--;
        }
        while (nines < end && text[nines] == '9') {
            nines++;
        }
        return end - zeros >= ROUND || nines == end || POWERS.contains(text, at, end);
    }

    /** An account as a floating point number with an exponent. */
    private static void scientific(byte[] text, int from, int at, int to, Candidates found) {
        int exponent = Bytes.runEnd(text, at + 2, to, Bytes.DIGIT);
        int decimals = exponent - at - 2;
        if (decimals < FEWEST_DECIMALS
                || decimals >= ACCOUNT_DIGITS
                || exponent >= to
                || (text[exponent] | 32) != 'e') {
            return;
        }
        int digits = exponent + (exponent + 1 < to && text[exponent + 1] == '+' ? 2 : 1);
        int end = digits + 2;
        if (Bytes.at(text, digits, to, "11") && Boundary.after(text, end, to) && Boundary.before(text, from, at)) {
            found.shape(IdentifierType.ACCOUNT, at, end);
        }
    }

    /** Whether the digits are a word and a point, a hyphen or a space joins them to others. */
    private static boolean joined(byte[] text, int from, int at, int end, int to) {
        return end + 1 < to
                && (text[end] == '.' || text[end] == '-' || text[end] == ' ')
                && Bytes.is(text[end + 1], Bytes.DIGIT)
                && (Boundary.before(text, from, at) || (text[end] == '.' && text[at - 1] == '_'));
    }

    /** Whether no letter, decimal point or sign makes the digits a part of something longer. */
    private static boolean plain(byte[] text, int from, int at, int end, int to) {
        boolean left = at == from || Boundary.before(text, from, at) || text[at - 1] == '_';
        boolean fraction = at - 2 >= from && text[at - 1] == '.' && Bytes.is(text[at - 2], Bytes.DIGIT);
        boolean decimal =
                end + 1 < to && text[end] == '.' && Bytes.is(text[end + 1], Bytes.DIGIT) && !whole(text, end + 1, to);
        boolean right = end >= to || !Bytes.is(text[end], Bytes.ALNUM);
        return left && right && !fraction && !decimal && !(at > from && text[at - 1] == '+');
    }

    /** A whole number that a program keeps as a floating point one: the only decimal is a zero. */
    private static boolean whole(byte[] text, int decimal, int to) {
        return text[decimal] == '0' && (decimal + 1 == to || !Bytes.is(text[decimal + 1], Bytes.HOST));
    }

    /** A card's verification value is only known by the word in front, which is not the one for a kind of file. */
    private static boolean verification(byte[] text, int from, int at) {
        int i = at;
        while (i > from && at - i < 3 && (text[i - 1] == ' ' || text[i - 1] == ':')) {
            i--;
        }
        return i < at
                && i - 3 >= from
                && (text[i - 3] | 32) == 'c'
                && (text[i - 2] | 32) == 'v'
                && ((text[i - 1] | 32) == 'v' || (text[i - 1] | 32) == 'c')
                && Boundary.before(text, from, i - 3);
    }

    /** Whether neither a word nor a hyphen and more digits go on behind the digits. */
    private static boolean closed(byte[] text, int end, int to) {
        return Boundary.after(text, end, to)
                && !(end + 1 < to && text[end] == '-' && Bytes.is(text[end + 1], Bytes.DIGIT));
    }

    private void groupsOfFour(byte[] text, int from, int at, int to, Candidates found) {
        if (at > from && (text[at - 1] == '-' || text[at - 1] == '.')) {
            return;
        }
        byte separator = text[at + 4];
        int end = at + 4;
        int groups = 1;
        while (groups < 4
                && end + 4 < to
                && text[end] == separator
                && Bytes.runEnd(text, end + 1, end + 5, Bytes.DIGIT) == end + 5) {
            end += 5;
            groups++;
        }
        boolean longer = end < to && (Bytes.is(text[end], Bytes.WORD) || (text[end] == separator && separator == '-'));
        if (groups < 3 && amex(text, at, to, separator)) {
            found.shape(IdentifierType.CARD, at, at + 17);
        } else if (groups == 4 && !longer && Cards.holds(text, at, end) && !Cards.inTable(text, from, at, end, to)) {
            found.shape(IdentifierType.CARD, at, end);
        } else if (groups == 3 && separator == '-' && !longer && !years(text, at)) {
            found.shape(IdentifierType.ACCOUNT, at, end);
        }
    }

    private static boolean amex(byte[] text, int at, int to, byte separator) {
        int end = at + 17;
        boolean fits = end <= to
                && Bytes.runEnd(text, at + 5, to, Bytes.DIGIT) == at + 11
                && text[at + 11] == separator
                && Bytes.runEnd(text, at + 12, to, Bytes.DIGIT) == end
                && Boundary.after(text, end, to);
        return fits && Cards.holds(text, at, end);
    }

    /** Three groups that begin as years do; else they are an account as mails and the console write it. */
    private static boolean years(byte[] text, int at) {
        return Dates.century(text, at) && Dates.century(text, at + 5) && Dates.century(text, at + 10);
    }

    private static void person(byte[] text, int from, int at, int to, Candidates found) {
        if (at > from && ("-.+".indexOf(text[at - 1]) >= 0 || text[at - 1] == '_')) {
            return;
        }
        int middle = Bytes.runEnd(text, at + 4, to, Bytes.DIGIT);
        if (middle + 5 > to || text[middle] != '-' || Bytes.runEnd(text, middle + 1, to, Bytes.DIGIT) != middle + 5) {
            return;
        }
        int end = middle + 5;
        if (!Boundary.after(text, end, to) || (end < to && text[end] == '-')) {
            return;
        }
        if (middle - at == 6) {
            boolean zeros = Bytes.at(text, at, to, "000")
                    || Bytes.at(text, at + 4, to, "00")
                    || Bytes.at(text, at + 7, to, "0000");
            if (!zeros && !Bytes.at(text, at, to, "666") && text[at] != '9') {
                found.shape(IdentifierType.SSN, at, end);
            }
        } else if (middle - at == 7 && text[at] >= '2' && text[at + 4] >= '2') {
            found.shape(IdentifierType.PHONE, at, end);
        }
    }
}
