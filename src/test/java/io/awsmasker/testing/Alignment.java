package io.awsmasker.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Lays a masked text beside the one that was sent: outside tokens every character must be the same, in the same order, and
 * a token must stand for one value wherever it occurs. Redacted secrets ({@code _000}) may stand for several.
 */
public final class Alignment {
    private static final int LONGEST_VALUE = 8192;
    private static final int STEPS = 2_000_000;

    /** A token and the characters {@code [start, end)} of the sent text that it replaced. */
    public record Replaced(String token, int start, int end) {}

    private final String sent;
    private final List<String> literals = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, String> values = new HashMap<>();
    private final List<Replaced> replaced = new ArrayList<>();
    private int steps;
    private int reached;

    private Alignment(String sent, String masked) {
        this.sent = sent;
        int from = 0;
        for (Matcher m = Tokens.TOKEN.matcher(masked); m.find(); from = m.end()) {
            literals.add(masked.substring(from, m.start()));
            tokens.add(m.group());
        }
        literals.add(masked.substring(from));
    }

    /**
     * The replaced parts in ascending order.
     *
     * @throws AssertionError when the texts differ in anything but tokens; it names the last character up to which they fit
     */
    public static List<Replaced> of(String sent, String masked) {
        Alignment alignment = new Alignment(sent, masked);
        if (!sent.startsWith(alignment.literals.get(0))
                || !alignment.fit(0, alignment.literals.get(0).length())) {
            throw new AssertionError("the masked text differs from the sent one in more than tokens, near character "
                    + alignment.reached + " of " + sent.length());
        }
        return alignment.replaced;
    }

    /** Tries to place token {@code index}, which begins at {@code start}, and everything behind it. */
    private boolean fit(int index, int start) {
        reached = Math.max(reached, start);
        if (index == tokens.size()) {
            return start == sent.length();
        }
        String token = tokens.get(index);
        String known = values.get(token);
        if (known != null) {
            return sent.startsWith(known, start) && place(index, start, start + known.length());
        }
        String behind = literals.get(index + 1);
        boolean last = index + 1 == tokens.size();
        int end = last ? sent.length() - behind.length() : sent.indexOf(behind, start + 1);
        while (end > start && end - start <= LONGEST_VALUE && steps++ < STEPS) {
            if (!token.endsWith("_000")) {
                values.put(token, sent.substring(start, end));
            }
            if (place(index, start, end)) {
                return true;
            }
            values.remove(token);
            end = last ? -1 : sent.indexOf(behind, end + 1);
        }
        return false;
    }

    private boolean place(int index, int start, int end) {
        String behind = literals.get(index + 1);
        if (!sent.startsWith(behind, end)) {
            return false;
        }
        replaced.add(new Replaced(tokens.get(index), start, end));
        if (fit(index + 1, end + behind.length())) {
            return true;
        }
        replaced.remove(replaced.size() - 1);
        return false;
    }
}
