package io.awsmasker.detect;

import io.awsmasker.detect.Grammar.Value;

/** Decides whether a value that stands where a name of some type is expected is one. */
final class Names {
    private static final Marks TRIMMED = Marks.of(".:,=#@+ ");
    private static final Marks BEFORE_VALUE = Marks.of("\"'\\ :=[{");
    private static final Marks IN_LIST = Marks.of("abcdefghijklmnopqrstuvwxyz-_\"'\\, \n");
    private static final String ROLE = "role";
    private static final int LONGEST = 512;
    private static final int FARTHEST_KEY = 16;
    private static final int FARTHEST_LIST = 128;
    private static final int CLIENT_LENGTH = 26;
    private static final int AGENT_LENGTH = 10;
    private static final String NAME = "name";
    private static final String FULL_ACCESS = "p-FullAWSAccess";

    private Names() {}

    /**
     * Proposes {@code [start, end)}, or each part of a comma list, as a name.
     *
     * @param sure whether quotes or an option delimit the value, so that an ordinary word can be a name too
     */
    static void propose(byte[] text, int start, int end, boolean sure, IdentifierType type, Candidates found) {
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
        if (foreign(text, start, end, any, found)) {
            return;
        }
        boolean daily = type == IdentifierType.IAMUSER || type == IdentifierType.LOGSTREAM; // 2024/05/06/[$LATEST]a3f1
        if ((daily && (any & Bytes.LETTER) == 0) || (type == IdentifierType.IAMUSER && text[start] == '/')) {
            return;
        }
        if (type == IdentifierType.ECS && file(text, start, end)) {
            return; // a task definition is a file as often
        }
        if (type == IdentifierType.ACCOUNT && fits(text, start, end, Value.CANONICAL, true)) {
            found.name(IdentifierType.CANONICALID, start, end); // whose a bucket is, S3 says so
        }
        boolean everybodys = type == IdentifierType.ROLE
                ? ofApplication(text, start, end, found)
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

    private static boolean file(byte[] text, int start, int end) {
        return Bytes.at(text, Math.max(start, end - 5), end, ".json")
                || Bytes.at(text, Math.max(start, end - 5), end, ".yaml")
                || Bytes.at(text, Math.max(start, end - 4), end, ".yml");
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

    /**
     * Whether it is something else: an ARN, a URL, a host name, a region, a variable, a constant, a reserved word.
     *
     * @param any the classes of its bytes
     */
    private static boolean foreign(byte[] text, int start, int end, int any, Candidates found) {
        return Words.reserved(text, start, end)
                || ((any & Bytes.UNDERSCORE) != 0 && holdsToken(text, start, end))
                || ((any & Bytes.LETTER) == 0 && number(text, start, end))
                || ((any & (Bytes.LOWER | Bytes.DIGIT)) == 0
                        && Words.constant(text, start, end)
                        && !(underName(text, start, found) && Words.capitalName(text, start, end)))
                || ((any & Bytes.DIGIT) != 0 && Regions.isLong(text, start, end))
                || foreignStart(text, start, end)
                || isFile(text, start, end)
                || (text[end - 1] == 'm' && Bytes.at(text, end - 14, end, ".amazonaws.com"));
    }

    /**
     * Whether it is a plain word under {@code role}, as pages and programs call what a person or an element is for, or what somebody may do,
     * {@code read-only}, wherever no name is asked for; perhaps in a list.
     */
    private static boolean ofApplication(byte[] text, int start, int end, Candidates found) {
        if (Bytes.runEnd(text, start, end, Bytes.LOWER) < end) {
            return Words.ofAccess(text, start, end) && !behindName(text, start, found);
        }
        int i = start;
        while (i > found.from() && start - i < FARTHEST_LIST && IN_LIST.has(text[i - 1])) {
            i--;
        }
        int list = i;
        boolean separated = false;
        while (i > found.from() && list - i < FARTHEST_KEY && BEFORE_VALUE.has(text[i - 1])) {
            separated |= text[--i] == ':' || text[i] == '=';
        }
        int key = i > found.from() && text[i - 1] == 's' ? i - 1 : i;
        boolean under = separated && key - ROLE.length() >= found.from();
        return start == found.from() ? !found.underName() : under && Bytes.at(text, key - ROLE.length(), key, ROLE);
    }

    /** Whether the key or the option in front of it ends in {@code name}. */
    private static boolean behindName(byte[] text, int start, Candidates found) {
        if (start == found.from()) {
            return found.underName();
        }
        int i = start;
        while (i > found.from() && start - i < FARTHEST_KEY && BEFORE_VALUE.has(text[i - 1])) {
            i--;
        }
        return i - NAME.length() + 1 > found.from() && Bytes.at(text, i - NAME.length() + 1, i, "ame");
    }

    /** Whether the key in front of it ends in {@code name} and quotes stand around what it names. */
    private static boolean underName(byte[] text, int start, Candidates found) {
        if (start == found.from()) {
            return found.underName();
        }
        int from = found.from();
        int i = start;
        while (i > from && start - i < FARTHEST_KEY && (Bytes.is(text[i - 1], Bytes.QUOTE) || text[i - 1] == ':')) {
            i--;
        }
        return start - i > 2
                && i - from >= NAME.length()
                && (text[i - 4] | 32) == 'n'
                && (text[i - 3] | 32) == 'a'
                && (text[i - 2] | 32) == 'm'
                && (text[i - 1] | 32) == 'e';
    }

    private static boolean foreignStart(byte[] text, int start, int end) {
        return switch (text[start]) {
            case '/' -> Bytes.at(text, start, end, Paths.PUBLISHED) || Paths.isOfService(text, start, end);
            case 'a' ->
                Bytes.at(text, start, end, "arn:")
                        || Bytes.at(text, start, end, "aws:")
                        || Bytes.at(text, start, end, "aws/")
                        || Bytes.at(text, start, end, "alias/aws/")
                        || (Bytes.at(text, start, end, "aws_") && firstDot(text, start, end) < end);
            case 'c' -> Bytes.at(text, start, end, "com.amazonaws.");
            case '0' -> Bytes.at(text, start, end, "0x");
            case 'p' -> end - start == FULL_ACCESS.length() && Bytes.at(text, start, end, FULL_ACCESS);
            case 'r' -> Bytes.at(text, start, end, "roles/");
            case 'C' -> Bytes.at(text, start, end, "CVE-");
            case 'd' ->
                Bytes.at(text, start, end, "default.")
                        || Bytes.at(text, start, end, "default:")
                        || Bytes.at(text, start, end, "data.");
            case 'e' ->
                Bytes.at(text, start, end, "each.") || Bytes.at(text, start, end, "eks:"); // users of EKS itself
            case 'E' -> Bytes.at(text, start, end, "ELBSecurityPolicy-");
            case 'T' -> Bytes.at(text, start, end, "TransferSecurityPolicy-");
            case 'M' -> ManagedPolicies.ofCloudFront(text, start, end);
            case 'f' -> Bytes.at(text, start, end, "file:");
            case 'h' -> Bytes.at(text, start, end, "http");
            case 'H' -> Bytes.at(text, start, end, "HIDDEN_DUE_TO_"); // what CloudTrail writes over a name
            case 'l' -> Bytes.at(text, start, end, "local.");
            case 'm' -> Bytes.at(text, start, end, "module.") || Bytes.at(text, start, end, "method.request.");
            case 's' -> Bytes.at(text, start, end, "self.") || Bytes.at(text, start, end, "system:");
            case 'v' -> Bytes.at(text, start, end, "var.");
            case 'A' ->
                Bytes.at(text, start, end, "AWSServiceRoleFor")
                        || Bytes.at(text, start, end, "AWS-")
                        || Bytes.at(text, start, end, "AWSSupport-")
                        || Bytes.at(text, start, end, "AWSEC2-")
                        || Bytes.at(text, start, end, "AWSFleetManager-")
                        || Bytes.at(text, start, end, "AWSConfigRemediation-")
                        || Bytes.at(text, start, end, "AmazonCloudWatch-");
            default -> false;
        };
    }

    /** Whether it is a file in which a thing is described. */
    private static boolean isFile(byte[] text, int start, int end) {
        return switch (text[end - 1]) {
            case 'n' -> Bytes.at(text, Math.max(start, end - 5), end, ".json");
            case 'l' ->
                Bytes.at(text, Math.max(start, end - 5), end, ".yaml")
                        || Bytes.at(text, Math.max(start, end - 4), end, ".yml");
            default -> false;
        };
    }

    /** Whether a part of it is a token, as when the model has made a new name of one. */
    private static boolean holdsToken(byte[] text, int start, int end) {
        int part = start;
        for (int i = start; i <= end; i++) {
            if (i == end || !Bytes.is(text[i], Bytes.WORD)) {
                if (TokenLiteral.is(text, part, i)) {
                    return true;
                }
                part = i + 1;
            }
        }
        return false;
    }

    /** A number with a point: a version or an amount. */
    private static boolean number(byte[] text, int start, int end) {
        int i = start;
        while (i < end && (Bytes.is(text[i], Bytes.DIGIT) || text[i] == '.')) {
            i++;
        }
        return i == end && firstDot(text, start, end) < end;
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

    private static int firstDot(byte[] text, int start, int end) {
        int i = start;
        while (i < end && text[i] != '.') {
            i++;
        }
        return i;
    }
}
