package io.awsmasker.detect;

/**
 * Access keys, unique ids of IAM and keys of other services that one recognises by their first letters. Each begins where
 * no byte of its own alphabet stands in front, so no byte is read by two of them.
 */
final class Credentials {
    private static final Marks BASE64_MARKS = Marks.of("-+/=");
    private static final int LONGEST_KEY = 200;

    private Credentials() {}

    /** Adds {@code sk-…}, {@code glpat-…} and {@code xox?-…}, whose hyphen stands at {@code dash}. */
    static void atHyphen(byte[] text, int from, int dash, int to, Candidates found) {
        int start = Bytes.at(text, dash - 2, dash, "sk")
                ? dash - 2
                : Bytes.at(text, dash - 5, dash, "glpat") ? dash - 5 : dash - 4;
        boolean prefix = start >= from && (start != dash - 4 || Bytes.at(text, start, dash, "xox"));
        if (!prefix || !Boundary.before(text, from, start) || (start > from && text[start - 1] == '-')) {
            return;
        }
        int end = dash;
        while (end < to && (Bytes.is(text[end], Bytes.WORD) || text[end] == '-')) {
            end++;
        }
        if (end - dash > 18 && random(text, dash, end)) {
            found.shape(IdentifierType.APIKEY, start, end);
        }
    }

    /** Adds an access key id, a unique id of IAM or a Google key that begins with the {@code A} at {@code at}. */
    static void atLetterA(byte[] text, int from, int at, int to, Candidates found) {
        if (at + 16 > to || !Boundary.before(text, from, at) || (at > from && "+".indexOf(text[at - 1]) >= 0)) {
            return;
        }
        boolean key = any(text, at, "AKIA", "ASIA", "ABIA", "ACCA");
        if (key || any(text, at, "AROA", "AIDA", "AGPA", "AIPA", "ANPA", "ANVA", "APKA", "ASCA")) {
            int end = Bytes.runEnd(text, at + 4, to, Bytes.UPPER | Bytes.DIGIT);
            int tail = end - at - 4;
            boolean digit = Bytes.runEnd(text, at, end, Bytes.UPPER) < end;
            if (tail >= (digit ? 12 : 16) && tail <= 17 && Boundary.after(text, end, to)) {
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
        } else if (any(text, at, "AIza", "ABSK")) {
            int end = at;
            while (end < Math.min(to, at + LONGEST_KEY)
                    && (Bytes.is(text[end], Bytes.WORD) || BASE64_MARKS.has(text[end]))) {
                end++;
            }
            if (end - at == 39 || (text[at + 3] == 'K' && end - at > 100)) {
                found.shape(IdentifierType.APIKEY, at, end);
            }
        }
    }

    /** Whether letters and digits stand among these bytes, as they do in what was drawn at random. */
    static boolean random(byte[] text, int from, int end) {
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
