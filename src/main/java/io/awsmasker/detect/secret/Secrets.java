package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Phrases;
import io.awsmasker.detect.words.Placeholders;
import io.awsmasker.detect.words.Variables;
import io.awsmasker.detect.words.Words;

/** Secrets under a key that says so. The value need not be plain: quoted, it goes to the quote that closes it. */
public final class Secrets {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8192;
    private static final int MOST_SPACES = 7;

    /** What the bytes of a secret can be, as bits. */
    private static final int DIGIT = 1;

    private static final int LETTER = 2;
    private static final int MARK = 4;
    private static final int SPACE = 8;
    private static final int CODE = 16;
    private static final byte[] KINDS = new byte[256];

    static {
        for (int b = 0; b < 128; b++) {
            int kinds = Bytes.is((byte) b, Bytes.DIGIT) ? DIGIT : 0;
            kinds |= Bytes.is((byte) b, Bytes.LETTER) ? LETTER : 0;
            kinds |= "!#%^&*+=~?/@-".indexOf(b) >= 0 ? MARK : 0;
            kinds |= b == ' ' ? SPACE : 0;
            kinds |= "()[]{}<>$".indexOf(b) >= 0 ? CODE : 0;
            KINDS[b] = (byte) kinds;
        }
    }

    private static final int SHORTEST_MIXED = 10;
    private static final int FEWEST_CHANGES = 4;

    private Secrets() {}

    /**
     * Proposes the secret that begins at {@code start}.
     *
     * @param escapes how many backslashes stand in front of the opening quote, or -1 if there is none
     * @param sure whether an option says that the value is one, so that letters alone can be a secret too
     * @return the offset behind the value and its closing quote, or -1
     */
    public static int read(
            byte[] text,
            int from,
            int start,
            int to,
            int escapes,
            byte quote,
            boolean sure,
            IdentifierType type,
            Candidates found) {
        int close = scanned(text, from, start, to, escapes, quote);
        if (close < to && (escapes >= 0 ? text[close] != quote : close - start >= LONGEST)) {
            return -1;
        }
        int end = close - (escapes > 0 && close < to ? Math.min(escapes, close - start) : 0);
        byte behind = escapes < 0 && close < to ? text[close] : 0;
        boolean command = quote == '`' && Bytes.runEnd(text, start, end, Bytes.NAME) < end;
        if (!command && accepts(text, start, end, behind, escapes >= 0 || sure, type)) {
            found.name(type, start, end);
        }
        return escapes < 0 ? end : close + 1;
    }

    /** Proposes a whole passage that stands under a secret's key. */
    public static void propose(byte[] text, int start, int end, IdentifierType type, Candidates found) {
        if (type == IdentifierType.COOKIE) {
            Cookies.read(text, start, end, found);
        } else if (end - start <= LONGEST && accepts(text, start, end, (byte) 0, true, type)) {
            found.name(type, start, end);
        }
    }

    /** Proposes a line of a secret that has several. */
    public static void line(byte[] text, int start, int end, IdentifierType type, Candidates found) {
        if (type != IdentifierType.CVV
                && end - start >= SHORTEST
                && !Placeholders.expression(text, start, end)
                && !Placeholders.word(text, start, end)) {
            found.name(type, start, end);
        }
    }

    /** Whether what stands in a store of secrets is more than a plain word. */
    public static boolean stored(byte[] text, int start, int end) {
        return end - start >= SHORTEST
                && !Placeholders.expression(text, start, end)
                && Bytes.runEnd(text, start, end, Bytes.LOWER) < end
                && !Placeholders.word(text, start, end);
    }

    /** Where the reading of a secret stops: at its closing quote or delimiter, or where no secret can go on. */
    public static int scanned(byte[] text, int from, int start, int to, int escapes, byte quote) {
        byte joint = escapes < 0 ? BareEnd.joint(text, from, start) : 0;
        int limit = Math.min(to, start + LONGEST);
        int end = start;
        int slashes = 0;
        int spaces = 0;
        while (end < limit
                && !(escapes >= 0
                        ? text[end] == quote && slashes % (2 * escapes + 2) <= escapes
                        : BareEnd.at(text, end, to, joint))) {
            slashes = text[end] == '\\' ? slashes + 1 : 0;
            spaces += text[end] == ' ' ? 1 : 0;
            if (text[end] == '\n' || spaces > MOST_SPACES) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static boolean accepts(byte[] text, int start, int end, byte behind, boolean quoted, IdentifierType type) {
        int length = end - start;
        if (type == IdentifierType.CVV) {
            return (length == 3 || length == 4) && Bytes.runEnd(text, start, end, Bytes.DIGIT) == end;
        }
        if (length < SHORTEST
                || (quoted ? Placeholders.expression(text, start, end, behind) : Placeholders.begins(text[start]))
                || Words.constant(text, start, end)
                || Placeholders.address(text, start, end)
                || Placeholders.elided(text, start, end)
                || (!quoted && Placeholders.cmdlet(text, start, end))
                || Placeholders.word(text, start, end)) {
            return false;
        }
        int kinds = 0;
        for (int i = start; i < end; i++) {
            kinds |= KINDS[text[i] & 0xff];
        }
        boolean digits = (kinds & DIGIT) != 0;
        boolean letters = (kinds & LETTER) != 0;
        boolean marks = (kinds & MARK) != 0;
        boolean code = (kinds & CODE) != 0 && Placeholders.code(text, start, end, behind, quoted);
        if ((kinds & SPACE) != 0 && !digits) {
            return quoted && type == IdentifierType.PASSWORD && Phrases.pass(text, start, end);
        }
        if ((kinds & SPACE) != 0 && Phrases.label(text, start, end)) {
            return false;
        }
        if (type == IdentifierType.PASSWORD) {
            return quoted ? letters || digits || marks : !code && (digits || marks) && length >= 6;
        }
        if (Words.slug(text, start, end)
                || Placeholders.path(text, start, end)
                || (!quoted && Variables.called(text, start, end))) {
            return false;
        }
        if (type == IdentifierType.SIG && (start == 0 || text[start - 1] != '=')) {
            return false;
        }
        boolean aws = quoted && (type == IdentifierType.SECRETKEY || type == IdentifierType.SESSIONTOKEN);
        boolean brief = quoted && type == IdentifierType.CLIENTSECRET;
        return !code
                && letters
                && (aws ? length >= 8 : digits && (length >= (brief ? 8 : 16) || (quoted && mixed(text, start, end))));
    }

    /** Whether it is of letters and digits that change as often as chance lets them and words with numbers do not. */
    private static boolean mixed(byte[] text, int start, int end) {
        if (end - start < SHORTEST_MIXED || Bytes.runEnd(text, start, end, Bytes.ALNUM) < end) {
            return false;
        }
        int changes = 0;
        for (int i = start + 1; i < end; i++) {
            changes += Bytes.is(text[i], Bytes.DIGIT) == Bytes.is(text[i - 1], Bytes.DIGIT) ? 0 : 1;
        }
        return changes >= FEWEST_CHANGES;
    }
}
