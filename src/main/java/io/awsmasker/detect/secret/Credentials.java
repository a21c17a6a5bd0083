package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Names;

/**
 * Access keys, unique ids of IAM and keys of Bedrock, Google, Atlassian and Twilio, which one recognises by their first letters. Each begins where
 * no byte of its own alphabet stands in front, so no byte is read by two of them.
 */
public final class Credentials {
    private static final Marks BASE64_MARKS = Marks.of("-+/=");
    private static final int LONGEST_KEY = 200;

    /** What stands in the fourth place of all that begin with an A, but for Twilio's. */
    private static final Marks FOURTH = Marks.of("AaKT");

    /** How long the tail of a key is today, and that of a unique id, which other signs may join to words. */
    private static final int KEY_TAIL = 16;

    private static final int ID_TAIL = 17;

    private static final int TWILIO_DIGITS = 32;
    private static final int GOOGLE = 39;

    /** Of Bedrock and Atlassian. */
    private static final int SHORTEST_LONG = 100;

    private Credentials() {}

    /** Adds Twilio's {@code AC…} or {@code SK…}, whose first letter stands at {@code at}. */
    public static void ofTwilio(byte[] text, int from, int at, int to, Candidates found) {
        int end = at + 2 + TWILIO_DIGITS;
        if (end <= to
                && Bytes.runEnd(text, at + 2, end, Bytes.LOWER_HEX) == end
                && Boundary.before(text, from, at)
                && Boundary.after(text, end, to)
                && random(text, at + 2, end)) {
            found.shape(IdentifierType.APIKEY, at, end);
        }
    }

    /** Adds an access key id, a unique id of IAM or a Google key that begins with the {@code A} at {@code at}. */
    public static void atLetterA(byte[] text, int from, int at, int to, Candidates found) {
        if (at + 16 > to
                || !(FOURTH.has(text[at + 3]) || text[at + 1] == 'C')
                || !Boundary.beforePart(text, from, at)) {
            return;
        }
        boolean joined = at > from && (text[at - 1] == '_' || text[at - 1] == '+');
        if (text[at + 1] == 'C' && Bytes.is(text[at + 2], Bytes.LOWER_HEX)) {
            ofTwilio(text, from, at, to, found);
            return;
        }
        boolean key = any(text, at, "AKIA", "ASIA", "ABIA", "ACCA");
        if (key || any(text, at, "AROA", "AIDA", "AGPA", "AIPA", "ANPA", "ANVA", "APKA", "ASCA")) {
            int end = Bytes.runEnd(text, at + 4, to, Bytes.UPPER | Bytes.DIGIT);
            int tail = end - at - 4;
            boolean digit = Bytes.runEnd(text, at, end, Bytes.UPPER) < end;
            boolean glued = joined || (end < to && text[end] == '_');
            boolean today = tail == KEY_TAIL || (tail == ID_TAIL && !key);
            boolean fits = glued ? digit && today : tail >= (digit ? 12 : 16) && tail <= ID_TAIL;
            if (fits && Boundary.afterPart(text, end, to)) {
                found.shape(key ? IdentifierType.AKID : IdentifierType.IAMID, at, end);
                if (!key && end < to && text[end] == ':') {
                    Names.propose(
                            text,
                            end + 1,
                            Bytes.runEnd(text, end + 1, to, Bytes.HOST),
                            true,
                            IdentifierType.SESSION,
                            found);
                }
                if (key) {
                    SecretKeys.near(text, end, to, found);
                }
            }
        } else if (any(text, at, "AIza", "ABSK", "ATATT3")) {
            int end = at;
            while (end < Math.min(to, at + LONGEST_KEY)
                    && (Bytes.is(text[end], Bytes.WORD) || BASE64_MARKS.has(text[end]))) {
                end++;
            }
            if (text[at + 1] == 'I' ? end - at == GOOGLE : end - at > SHORTEST_LONG) {
                found.shape(IdentifierType.APIKEY, at, end);
            }
        }
    }

    /** Whether letters and digits stand among these bytes, as they do in what was drawn at random. */
    public static boolean random(byte[] text, int from, int end) {
        int digits = 0;
        int letters = 0;
        for (int i = from; i < end; i++) {
            digits += Bytes.is(text[i], Bytes.DIGIT) ? 1 : 0;
            letters += Bytes.is(text[i], Bytes.LETTER) ? 1 : 0;
        }
        return digits > 0 && letters > 0;
    }

    private static boolean any(byte[] text, int at, String... words) {
        for (String word : words) {
            if (Bytes.at(text, at, text.length, word)) {
                return true;
            }
        }
        return false;
    }
}
