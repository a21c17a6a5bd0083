package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys, tokens and ids of credentials that one recognises by their first letters. Each begins where no byte of its own
 * alphabet stands in front, so no byte is read by two of them.
 */
final class Credentials {
    private static final Marks ENCODED_MARKS = Marks.of("+/-%");
    private static final Marks BASE64_MARKS = Marks.of("-+/=");
    /** Prefixes in front of an underscore, with the fewest bytes that follow. */
    private static final List<String> KEYS = List.of(
            "sk_live 16",
            "sk_test 16",
            "rk_live 16",
            "rk_test 16",
            "pk_live 16",
            "pk_test 16",
            "whsec 16",
            "ghp 36",
            "gho 36",
            "ghu 36",
            "ghs 36",
            "ghr 36",
            "github_pat 60",
            "npm 36",
            "hvs 24",
            "dop_v1 64",
            "shpat 32",
            "pypi 60");

    private static final String STRIPE =
            "acct ba bps card cbtxn ch cn cs cus di dp evt fca fee fr ich ii il in ipi iss li "
                    + "link mandate or pi plink pm po price prod promo prv py pyr qt rcv re ro rp seti setatt shr si source src sub "
                    + "sub_sched ta tax tml tok tr trr tu txcd txi txn txr we vs vr";
    private static final int LONGEST_KEY = 200;
    private static final int STRIPE_TAIL = 14;

    private final BackwardTrie prefixes = new BackwardTrie();
    private final List<Integer> shortest = new ArrayList<>();

    Credentials() {
        for (String key : KEYS) {
            int space = key.indexOf(' ');
            shortest.add(Integer.parseInt(key.substring(space + 1)));
            prefixes.put(key.substring(0, space), shortest.size());
        }
        int id = KEYS.size();
        for (String prefix : Arrays.asList(STRIPE.split(" ", -1))) {
            prefixes.put(prefix, ++id);
        }
    }

    /** Adds the key or Stripe id whose prefix ends at the underscore at {@code mark}. */
    void atUnderscore(byte[] text, int from, int mark, int to, Candidates found) {
        if (mark + 1 < to && text[mark + 1] == '1') {
            modern(text, from, mark, to, found);
        }
        int node = 0;
        for (int i = mark - 1; i >= from; i--) {
            node = prefixes.step(node, text[i]);
            if (node == 0) {
                return;
            }
            int id = prefixes.id(node);
            if (id != 0 && Boundary.before(text, from, i) && !(i > from && text[i - 1] == '-')) {
                boolean key = id <= KEYS.size();
                int end = Bytes.runEnd(text, mark + 1, to, key ? Bytes.WORD : Bytes.ALNUM);
                int length = end - mark - 1;
                if (key && length >= shortest.get(id - 1)) {
                    found.shape(IdentifierType.APIKEY, i, end);
                } else if (!key
                        && length >= STRIPE_TAIL
                        && Boundary.after(text, end, to)
                        && random(text, mark + 1, end)) {
                    found.shape(IdentifierType.STRIPE, i, end);
                }
            }
        }
    }

    /** Stripe's ids of today: any kind, then 1 and some twenty letters and digits. */
    private static void modern(byte[] text, int from, int mark, int to, Candidates found) {
        int start = mark;
        while (start > from && mark - start < 12 && Bytes.is(text[start - 1], Bytes.LOWER)) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, mark);
        int end = Bytes.runEnd(text, mark + 1, to, Bytes.ALNUM);
        boolean fits = end - mark >= 23 && end - mark <= 34 && mark - start >= 2 && mixed(text, mark + 1, end);
        if (fits && Boundary.before(text, from, start) && Boundary.after(text, end, to)) {
            found.shape(IdentifierType.STRIPE, start, end);
        }
    }

    private static boolean mixed(byte[] text, int from, int end) {
        boolean upper = false;
        boolean lower = false;
        for (int i = from; i < end; i++) {
            upper |= Bytes.is(text[i], Bytes.UPPER);
            lower |= Bytes.is(text[i], Bytes.LOWER);
        }
        return upper && lower;
    }

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

    /**
     * Adds a JSON web token or a session token whose opening letters end with the one at {@code at}.
     *
     * @param floor the end of the last session token's bytes: what begins inside has been read
     * @return the new floor
     */
    static int atOpening(byte[] text, int from, int at, int to, int floor, Candidates found) {
        int start = at - 2;
        if (Bytes.at(text, start, at, "ey") && open(text, from, start, "-.")) {
            int end = start;
            int parts = 0;
            while (parts < 5 && end < to) {
                int stop = base64Url(text, end, to);
                if (stop - end < 8 && parts < 2) {
                    break;
                }
                parts++;
                end = stop;
                if (end >= to
                        || text[end] != '.'
                        || (parts == 1 && !Bytes.at(text, end + 1, to, "eyJ") && !wrapped(text, end, to))) {
                    break;
                }
                end++;
            }
            if (parts >= 3 || (parts == 2 && end > start && text[end - 1] == '.')) {
                found.shape(IdentifierType.JWT, start, end);
            }
            return floor;
        }
        start = at - 3;
        boolean token = any(text, start, "IQoJ", "AgoJ", "FwoG", "FQoG", "AQoD");
        if (token && start >= Math.max(from, floor) && open(text, from, start, "+/-%")) {
            int end = start;
            while (end < to && (Bytes.is(text[end], Bytes.WORD) || ENCODED_MARKS.has(text[end]))) {
                end++;
            }
            while (end < to && text[end] == '=') {
                end++;
            }
            if (end - start >= 80) {
                found.shape(IdentifierType.SESSIONTOKEN, start, end);
            }
            return end;
        }
        return floor;
    }

    /** In an encrypted token the second part is a wrapped key and does not begin like JSON. */
    private static boolean wrapped(byte[] text, int dot, int to) {
        int end = base64Url(text, dot + 1, to);
        return end - dot > 200 && end < to && text[end] == '.';
    }

    private static int base64Url(byte[] text, int from, int to) {
        int end = from;
        while (end < to && (Bytes.is(text[end], Bytes.WORD) || text[end] == '-')) {
            end++;
        }
        return end;
    }

    private static boolean open(byte[] text, int from, int start, String alsoNot) {
        return start >= from
                && Boundary.before(text, from, start)
                && !(start > from && alsoNot.indexOf(text[start - 1]) >= 0);
    }

    private static boolean random(byte[] text, int from, int end) {
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
