package io.awsmasker.detect.name;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.Grammar.Value;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.ManagedPolicies;
import io.awsmasker.detect.words.Words;

/** Decides whether a value that stands where a name of some type is expected is one. */
public final class Names {
    private static final Marks TRIMMED = Marks.of(".:,=#@+ ");
    private static final int LONGEST = 512;
    private static final int CLIENT_LENGTH = 26;
    private static final int AGENT_LENGTH = 10;

    private Names() {}

    /**
     * Proposes {@code [start, end)}, or each part of a comma list, as a name.
     *
     * @param sure whether quotes or an option delimit the value, so that an ordinary word can be a name too
     */
    public static void propose(byte[] text, int start, int end, boolean sure, IdentifierType type, Candidates found) {
        int at = start;
        while (at <= end && at < start + LONGEST) {
            int stop = at;
            while (stop < end && text[stop] != ',') {
                stop++;
            }
            single(text, at, stop, sure, type, found);
            at = stop + 1;
        }
    }

    private static void single(byte[] text, int from, int to, boolean sure, IdentifierType type, Candidates found) {
        int start = from;
        int end = to;
        while (start < end && text[start] == ' ') {
            start++;
        }
        while (end > start && TRIMMED.has(text[end - 1])) {
            end--;
        }
        Value value = type.grammar().value();
        if (value == Value.BUCKET) {
            start = Bytes.at(text, start, end, "s3://") ? start + 5 : start;
            end = firstSlash(text, start, end);
        }
        int whole = end;
        boolean named = value == Value.NAME || value == Value.PATH || value == Value.BUCKET;
        if (named && start < end && (Composed.goesOn(text, end, found.to()) || !plain(text, start, end))) {
            end = Composed.nameEnd(text, start, end, found.to());
        }
        if (end - start < 2 || end - start > LONGEST || !plain(text, start, end)) {
            return;
        }
        int any = Bytes.any(text, start, end);
        if (Strangers.is(text, start, end, any, found)) {
            return;
        }
        boolean daily = type == IdentifierType.IAMUSER || type == IdentifierType.LOGSTREAM; // 2024/05/06/[$LATEST]a3f1
        if ((daily && (any & Bytes.LETTER) == 0) || (type == IdentifierType.IAMUSER && text[start] == '/')) {
            return;
        }
        if (type == IdentifierType.ACCOUNT && fits(text, start, end, Value.CANONICAL, true)) {
            found.name(IdentifierType.CANONICALID, start, end); // whose a bucket is, S3 says so
        }
        boolean everybodys = type == IdentifierType.ROLE
                ? Strangers.ofApplication(text, start, end, found)
                : type == IdentifierType.POLICY && ManagedPolicies.holds(text, found.from(), start, end, found.to());
        if (everybodys) {
            return;
        }
        boolean word = !(sure && end == whole) && !Words.distinctive(text, start, end);
        if (!word && fits(text, start, end, value, (any & Bytes.DIGIT) != 0)) {
            found.name(type, start, end);
        }
    }

    private static boolean fits(byte[] text, int start, int end, Value value, boolean digit) {
        return switch (value) {
            case ACCOUNT, SECRET, CVV -> false;
            case ID -> digit && end - start >= 12;
            case CANONICAL -> end - start == 64 && Bytes.runEnd(text, start, end, Bytes.HEX) == end;
            case PREFIXED -> prefixed(text, start, end);
            case PRINCIPAL -> digit && text[start] == 'A' && end - start >= 12 && upper(text, start, end);
            case UUID -> digit && end - start >= 20;
            case ZONE -> text[start] == 'Z' && end - start >= 4 && upper(text, start, end);
            case CLIENT ->
                digit
                        && end - start == CLIENT_LENGTH
                        && Bytes.runEnd(text, start, end, Bytes.LOWER | Bytes.DIGIT) == end;
            case DISTRIBUTION -> text[start] == 'E' && end - start >= 8 && upper(text, start, end);
            case APIID -> digit && end - start >= 5 && Bytes.runEnd(text, start, end, Bytes.LOWER | Bytes.DIGIT) == end;
            case AGENTID -> digit && end - start == AGENT_LENGTH && upper(text, start, end) && mixed(text, start, end);
            case BUCKET -> end - start >= 3 && Bytes.runEnd(text, start, end, Bytes.HOST) == end;
            case ABSOLUTE -> text[start] == '/' && end - start > 3;
            case NAME, PATH -> true;
        };
    }

    private static boolean upper(byte[] text, int start, int end) {
        return Bytes.runEnd(text, start, end, Bytes.UPPER | Bytes.DIGIT) == end;
    }

    /** Whether a digit stands in front of a letter, so that it is no word with a number. */
    private static boolean mixed(byte[] text, int start, int end) {
        boolean mixed = false;
        for (int i = start + 1; i < end; i++) {
            mixed |= Bytes.is(text[i - 1], Bytes.DIGIT) && Bytes.is(text[i], Bytes.UPPER);
        }
        return mixed;
    }

    private static boolean plain(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Bytes.is(text[i], Bytes.NAME) && text[i] >= 0 && text[i] != ':' && text[i] != '=') {
                return false;
            }
        }
        return Bytes.is(text[start], Bytes.WORD) || text[start] == '/' || text[start] < 0;
    }

    /** A few small letters, a hyphen and a tail, as ids have, whatever the tail. */
    private static boolean prefixed(byte[] text, int start, int end) {
        int hyphen = Bytes.runEnd(text, start, end, Bytes.LOWER);
        return hyphen > start
                && end - hyphen > 4
                && text[hyphen] == '-'
                && Bytes.runEnd(text, hyphen, end, Bytes.HOST) == end;
    }

    private static int firstSlash(byte[] text, int start, int end) {
        int i = start;
        while (i < end && text[i] != '/') {
            i++;
        }
        return i;
    }
}
