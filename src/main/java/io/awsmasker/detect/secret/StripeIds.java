package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.BackwardTrie;
import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/** Ids of Stripe, whose kind stands in front of an underscore. Found from it backwards, so that a text without one pays nothing. */
public final class StripeIds {
    private static final String KINDS =
            "acct ba bps card cbtxn ch cn cs cus di dp evt fca fee fr ich ii il in ipi iss li "
                    + "link mandate or pi plink pm po price prod promo prv py pyr qt rcv re ro rp seti setatt shr si source src sub "
                    + "sub_sched ta tax tml tok tr trr tu txcd txi txn txr we vs vr";

    private static final int SHORTEST_TAIL = 14;

    private final BackwardTrie prefixes = new BackwardTrie();

    public StripeIds() {
        for (String kind : KINDS.split(" ", -1)) {
            prefixes.put(kind, 1);
        }
    }

    /** Adds the id whose kind ends at the underscore at {@code mark}. */
    public void find(byte[] text, int from, int mark, int to, Candidates found) {
        if (mark + SHORTEST_TAIL >= to || !Bytes.is(text[mark + SHORTEST_TAIL], Bytes.ALNUM)) {
            return;
        }
        if (text[mark + 1] == '1') {
            modern(text, from, mark, to, found);
        }
        int node = 0;
        for (int i = mark - 1; i >= from; i--) {
            node = prefixes.step(node, text[i]);
            if (node == 0) {
                return;
            }
            if (prefixes.id(node) != 0
                    && !Bytes.is(text[i], Bytes.UPPER)
                    && Boundary.before(text, from, i)
                    && !(i > from && text[i - 1] == '-')) {
                int end = Bytes.runEnd(text, mark + 1, to, Bytes.ALNUM);
                if (end - mark - 1 >= SHORTEST_TAIL
                        && Boundary.after(text, end, to)
                        && Credentials.random(text, mark + 1, end)) {
                    found.shape(IdentifierType.STRIPE, i, end);
                }
            }
        }
    }

    /** Adds an id of today: any kind, then 1 and some twenty letters and digits. */
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
