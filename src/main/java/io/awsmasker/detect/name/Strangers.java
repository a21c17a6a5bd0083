package io.awsmasker.detect.name;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.TokenLiteral;
import io.awsmasker.detect.words.ManagedPolicies;
import io.awsmasker.detect.words.Regions;
import io.awsmasker.detect.words.Words;

/**
 * What stands where a name is expected and is none, whatever type is expected: texts that name themselves, words of programs and
 * of AWS, which mean the same to everybody. Each says so by its first letters, its end or what stands in front of it.
 */
final class Strangers {
    private static final Marks BEFORE_VALUE = Marks.of("\"'\\ :=[{");
    private static final Marks IN_LIST = Marks.of("abcdefghijklmnopqrstuvwxyz-_\"'\\, \n");
    private static final String ROLE = "role";
    private static final String NAME = "name";
    private static final String FULL_ACCESS = "p-FullAWSAccess";
    private static final int FARTHEST_KEY = 16;
    private static final int FARTHEST_LIST = 128;

    private Strangers() {}

    /**
     * Whether it is something else: an ARN, a URL, a host name, a region, a variable, a constant, a reserved word.
     *
     * @param any the classes of its bytes
     */
    static boolean is(byte[] text, int start, int end, int any, Candidates found) {
        return Words.reserved(text, start, end)
                || ((any & Bytes.UNDERSCORE) != 0 && holdsToken(text, start, end))
                || ((any & Bytes.LETTER) == 0 && number(text, start, end))
                || ((any & (Bytes.LOWER | Bytes.DIGIT)) == 0
                        && Words.constant(text, start, end)
                        && !(underName(text, start, found) && Words.capitalName(text, start, end)))
                || ((any & Bytes.DIGIT) != 0 && Regions.isLong(text, start, end))
                || begins(text, start, end)
                || file(text, start, end)
                || (text[end - 1] == 'm' && Bytes.at(text, end - 14, end, ".amazonaws.com"));
    }

    /**
     * Whether it is a plain word under {@code role}, as pages and programs call what a person or an element is for, or what
     * somebody may do, {@code read-only}, wherever no name is asked for; perhaps in a list.
     */
    static boolean ofApplication(byte[] text, int start, int end, Candidates found) {
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

    private static boolean begins(byte[] text, int start, int end) {
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
    private static boolean file(byte[] text, int start, int end) {
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

    private static int firstDot(byte[] text, int start, int end) {
        int i = start;
        while (i < end && text[i] != '.') {
            i++;
        }
        return i;
    }
}
