package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.TokenLiteral;
import io.awsmasker.detect.words.Regions;
import io.awsmasker.detect.words.Words;
import io.awsmasker.detect.wrapping.Entities;
import java.nio.charset.StandardCharsets;

/**
 * Takes ARNs apart: account, names and ids are findings of their own, while partition, service, region and the words that
 * name a kind of resource stay. A resource part ends where a nested ARN begins, so each byte belongs to one ARN and the
 * work stays linear. Separators may be percent-encoded.
 */
public final class Arns {
    private static final Marks OPEN_ENDS = Marks.of("*?${");
    private static final Marks FIELD_MARKS = Marks.of("-*${}<>[]#_");
    private static final Marks OPENS_PLACEHOLDER = Marks.of("<[#");
    private static final int ACCOUNT_DIGITS = 12;
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 14;
    private static final int FEWEST_CROSSES = 3;
    private static final int FEWEST_CAPITALS = 6;
    private static final int SECRET_SUFFIX = 7;
    private static final int LONGEST_FIELD = 40;
    private static final int LONGEST_COMMAND = 120;

    private final ArnParts parts = new ArnParts();

    /**
     * Adds what is customer-specific in the ARN whose first separator stands at {@code colon}.
     *
     * @return whether an ARN begins there
     */
    public boolean find(byte[] text, int from, int colon, int to, Candidates found) {
        if (colon - 3 < from
                || !Boundary.beforePart(text, from, colon - 3)
                || !Bytes.at(text, colon - 3, colon, "arn")) {
            return false;
        }
        int partition = separatorEnd(text, colon, to);
        if (partition < 0 || !(Bytes.at(text, partition, to, "aws") || Bytes.at(text, partition, to, "${"))) {
            return false;
        }
        int service = nextField(text, partition, to);
        int region = service < 0 ? -1 : nextField(text, service, to);
        int account = region < 0 ? -1 : nextField(text, region, to);
        int resource = account < 0 ? -1 : nextField(text, account, to);
        if (resource < 0) {
            return false;
        }
        int accountEnd = Bytes.runEnd(text, account, to, Bytes.DIGIT);
        boolean number = accountEnd - account == ACCOUNT_DIGITS;
        if (number) {
            found.shape(IdentifierType.ACCOUNT, account, accountEnd);
        }
        String owner = field(text, service, to);
        boolean none = separatorEnd(text, account, to) > 0;
        boolean sure = none ? parts.ownsNamesWithoutAccount(owner) : number || hidden(text, account, to);
        boolean capitals = !sure && !none && capitals(text, account, to);
        if (sure || capitals || garbled(text, account, to)) {
            int end = resourceEnd(text, resource, to);
            if (!capitals || !Words.template(text, resource, end)) {
                resource(text, owner, resource, end, !none, sure, found);
            }
        }
        return true;
    }

    /** A wildcard, a variable, a token or a blackened account; a word in its place makes the ARN an example. */
    private static boolean hidden(byte[] text, int account, int to) {
        int end = Bytes.runEnd(text, account, to, Bytes.WORD);
        return "*${".indexOf(text[account]) >= 0
                || TokenLiteral.is(text, account, end)
                || (end - account == ACCOUNT_DIGITS && (text[account] | 32) == 'x');
    }

    /** What people write over an account: {@code <account>}, {@code xxx}, {@code ####}, fewer or more digits than it has. */
    private static boolean garbled(byte[] text, int account, int to) {
        int end = Bytes.runEnd(text, account, to, Bytes.WORD);
        int length = end - account;
        boolean digits = Bytes.is(text[account], Bytes.DIGIT) && length >= FEWEST_DIGITS && length <= MOST_DIGITS;
        return OPENS_PLACEHOLDER.has(text[account])
                || digits
                || (length >= FEWEST_CROSSES && crosses(text, account, end));
    }

    /** A word in capitals, {@code ACCOUNT_ID}, {@code REDACTED}, {@code EXAMPLE12345}: what follows may be a template or not. */
    private static boolean capitals(byte[] text, int account, int to) {
        int end = Bytes.runEnd(text, account, to, Bytes.UPPER | Bytes.DIGIT | Bytes.UNDERSCORE);
        return end - account >= FEWEST_CAPITALS
                && Bytes.is(text[account], Bytes.UPPER)
                && separatorEnd(text, end, to) > 0;
    }

    private static boolean crosses(byte[] text, int start, int end) {
        int i = start;
        while (i < end && ((text[i] | 32) == 'x' || Bytes.is(text[i], Bytes.DIGIT))) {
            i++;
        }
        return i == end && (text[start] | 32) == 'x';
    }

    private void resource(
            byte[] text, String service, int from, int to, boolean account, boolean sure, Candidates found) {
        ArnParts.Reading reading = parts.of(service);
        int at = from;
        int segment = 0;
        int names = 0;
        String kind = "";
        while (at <= to) {
            int end = reading.segmentEnd(text, at, to, segment);
            String word = ascii(text, at, end);
            boolean last = end >= to && !(segment == 0 && placeholder(text, end));
            if (segment == 1 && word.equals("aws") && kind.equals("alias")) {
                return;
            }
            if (segment == 0 && reading.startsWithKind(word, last, account)) {
                kind = word;
            } else if (!reading.keeps(word, kind, segment, last) && !Regions.isLong(text, at, end)) {
                name(text, reading.type(kind, ++names), at, end, sure, found);
            }
            if (end >= to || reading.onlyFirst(names)) {
                return;
            }
            at = separatorEnd(text, end, to) > 0 ? separatorEnd(text, end, to) : end + 1;
            segment++;
        }
    }

    /** Whether a placeholder that ends the resource stands for the name: {@code role/<name>}. */
    private static boolean placeholder(byte[] text, int end) {
        return end + 1 < text.length && (text[end] == '/' || text[end] == ':') && "<[(".indexOf(text[end + 1]) >= 0;
    }

    /** Wildcards and variables stay; the literal text in front of them is the name. */
    private static void name(byte[] text, IdentifierType type, int from, int end, boolean sure, Candidates found) {
        int stop = from;
        while (stop < end && !OPEN_ENDS.has(text[stop])) {
            stop++;
        }
        boolean whole = stop == end;
        if (whole || stop - from > 3) {
            while (stop > from && !whole && !Bytes.is(text[stop - 1], Bytes.ALNUM)) {
                stop--;
            }
            if (sure) {
                found.placed(type, from, stop);
            } else {
                found.name(type, from, stop);
            }
            if (type == IdentifierType.SECRETNAME && whole && isSuffix(text, from, stop)) {
                found.alsoKnown(type, from, stop - SECRET_SUFFIX);
            }
        }
    }

    /** The hyphen and six letters or digits that Secrets Manager puts behind a secret's name. */
    private static boolean isSuffix(byte[] text, int from, int end) {
        int suffix = end - SECRET_SUFFIX;
        return suffix > from && text[suffix] == '-' && Bytes.runEnd(text, suffix + 1, end, Bytes.ALNUM) == end;
    }

    private static int resourceEnd(byte[] text, int from, int to) {
        int i = from;
        int hold = from;
        while (i < to && text[i] > ' ') {
            if (text[i] == '$' && i + 1 < to && text[i + 1] == '{') {
                i = variableEnd(text, i + 2, to);
                hold = i;
                continue;
            }
            if (text[i] == '{') {
                i = variableEnd(text, i + 1, to);
                hold = i;
                continue;
            }
            if (Bytes.is(text[i], Bytes.ARN_END) || (text[i] == '&' && Entities.meaning(text, i, to) >= 0)) {
                break;
            }
            if (i > from && text[i] == 'a' && Bytes.at(text, i, to, "arn:aws") && Boundary.beforePart(text, from, i)) {
                boolean escaped = Bytes.is(text[i - 1], Bytes.WORD) && text[i - 1] != '_';
                return escaped ? escapeStart(text, from, i) : i - 1;
            }
            hold = Bytes.is(text[i], Bytes.ALNUM) || text[i] == '*' ? i + 1 : hold;
            i++;
        }
        return Math.max(hold, Math.min(i, from));
    }

    /** Where the escape begins that ends at {@code end}. */
    private static int escapeStart(byte[] text, int from, int end) {
        int i = end;
        while (i > from && text[i] != '%' && text[i] != '[') {
            i--;
        }
        return i;
    }

    /** Behind the closing brace when there is one near, else directly behind the opening one. */
    private static int variableEnd(byte[] text, int from, int to) {
        for (int i = from; i < Math.min(to, from + 64); i++) {
            if (text[i] == '}') {
                return i + 1;
            }
            if (text[i] <= ' ' || text[i] == '"' || text[i] == '\\') {
                break;
            }
        }
        return from;
    }

    /** Behind the bracket that closes a shell's command, {@code $(aws sts get-caller-identity …)}, or {@code from}. */
    private static int commandEnd(byte[] text, int from, int to) {
        for (int i = from; i < Math.min(to, from + LONGEST_COMMAND) && text[i] != '\n'; i++) {
            if (text[i] == ')') {
                return i + 1;
            }
        }
        return from;
    }

    private static int nextField(byte[] text, int at, int to) {
        int i = at;
        while (i < to && i - at < LONGEST_FIELD && separatorEnd(text, i, to) < 0) {
            if (text[i] == '$' && i + 1 < to && text[i + 1] == '{') {
                i = variableEnd(text, i + 2, to);
                continue;
            }
            if (i == at && text[i] == '$' && i + 1 < to && text[i + 1] == '(') {
                i = commandEnd(text, i + 2, to);
                return separatorEnd(text, i, to);
            }
            boolean inside = text[i] == ' ' && OPENS_PLACEHOLDER.has(text[at]);
            if (!inside && !Bytes.is(text[i], Bytes.ALNUM) && !FIELD_MARKS.has(text[i])) {
                return -1;
            }
            i++;
        }
        return i < to ? separatorEnd(text, i, to) : -1;
    }

    private static String field(byte[] text, int at, int to) {
        return ascii(text, at, Bytes.runEnd(text, at, to, Bytes.HOST));
    }

    /** The offset behind the {@code :} (also {@code %3A}, {@code /}, {@code %2F}) at {@code at}, or -1. */
    static int separatorEnd(byte[] text, int at, int to) {
        if (at >= to) {
            return -1;
        }
        if (text[at] == ':' || text[at] == '/') {
            return at + 1;
        }
        boolean encoded = text[at] == '%'
                && at + 2 < to
                && ((text[at + 1] == '3' && (text[at + 2] | 32) == 'a')
                        || (text[at + 1] == '2' && (text[at + 2] | 32) == 'f'));
        return encoded ? at + 3 : -1;
    }

    private static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
