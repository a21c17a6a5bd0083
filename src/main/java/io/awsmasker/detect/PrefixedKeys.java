package io.awsmasker.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keys of other services and ids of Stripe, whose kind stands in front of an underscore. Found from the underscore
 * backwards, so that a text without one pays nothing.
 */
final class PrefixedKeys {
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
            "dckr_pat 20",
            "dckr_oat 20",
            "dop_v1 64",
            "shpat 32");

    private static final String STRIPE =
            "acct ba bps card cbtxn ch cn cs cus di dp evt fca fee fr ich ii il in ipi iss li "
                    + "link mandate or pi plink pm po price prod promo prv py pyr qt rcv re ro rp seti setatt shr si source src sub "
                    + "sub_sched ta tax tml tok tr trr tu txcd txi txn txr we vs vr";

    private static final int STRIPE_TAIL = 14;

    private final BackwardTrie prefixes = new BackwardTrie();
    private final List<Integer> shortest = new ArrayList<>();

    PrefixedKeys() {
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
    void find(byte[] text, int from, int mark, int to, Candidates found) {
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
                        && Credentials.random(text, mark + 1, end)) {
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
}
