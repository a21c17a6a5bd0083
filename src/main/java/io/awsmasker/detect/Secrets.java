package io.awsmasker.detect;

/** Secrets under a key that says so. The value need not be plain: quoted, it goes to the quote that closes it. */
final class Secrets {
    private static final Marks NO_STARTS = Marks.of("<${*!&(%[@");
    private static final Marks BARE_ENDS = Marks.of("\"'\\,;`&)|<>}");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8192;
    private static final int LONGEST_WORD = 24;
    private static final int MOST_SPACES = 3;

    private static final WordTable PLACEHOLDERS = new WordTable(
            Words.set(
                    "password passwd pass secret token string null none true false changeit required optional "
                            + "undefined redacted hidden value awssecretaccesskey awssecretkey secretaccesskey secretkey "
                            + "awssessiontoken sessiontoken accesstoken apikey clientsecret username yourpassword object function options option argument arguments flag parameter prompt"));

    private static final WordTable ARN = new WordTable(Words.set("arn"));

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

    private Secrets() {}

    /**
     * Proposes the secret that begins at {@code start}.
     *
     * @param escapes how many backslashes stand in front of the opening quote, or -1 if there is none
     * @param sure whether an option says that the value is one, so that letters alone can be a secret too
     * @return the offset behind the value and its closing quote, or -1
     */
    static int read(
            byte[] text,
            int start,
            int to,
            int escapes,
            byte quote,
            boolean sure,
            IdentifierType type,
            Candidates found) {
        int close = scanned(text, start, to, escapes, quote);
        if (close < to && (escapes >= 0 ? text[close] != quote : !endsBare(text[close]))) {
            return -1;
        }
        int end = close - (escapes > 0 && close < to ? Math.min(escapes, close - start) : 0);
        if (accepts(text, start, end, escapes >= 0 || sure, type)) {
            found.name(type, start, end);
        }
        return escapes < 0 ? end : close + 1;
    }

    /** Proposes a whole passage that stands under a secret's key. */
    static void propose(byte[] text, int start, int end, IdentifierType type, Candidates found) {
        if (type == IdentifierType.COOKIE) {
            Cookies.read(text, start, end, found);
        } else if (end - start <= LONGEST && accepts(text, start, end, true, type)) {
            found.name(type, start, end);
        }
    }

    /** Proposes a line of a secret that has several. */
    static void line(byte[] text, int start, int end, IdentifierType type, Candidates found) {
        if (type != IdentifierType.CVV
                && end - start >= SHORTEST
                && !NO_STARTS.has(text[start])
                && !placeholder(text, start, end)) {
            found.name(type, start, end);
        }
    }

    /** Whether what stands in a store of secrets is more than a plain word. */
    static boolean stored(byte[] text, int start, int end) {
        return end - start >= SHORTEST
                && !NO_STARTS.has(text[start])
                && Bytes.runEnd(text, start, end, Bytes.LOWER) < end
                && !placeholder(text, start, end);
    }

    /** Where the reading of a secret stops: at its closing quote or delimiter, or where no secret can go on. */
    static int scanned(byte[] text, int start, int to, int escapes, byte quote) {
        int limit = Math.min(to, start + LONGEST);
        int end = start;
        int slashes = 0;
        int spaces = 0;
        while (end < limit && !(escapes >= 0 ? text[end] == quote && slashes <= escapes : endsBare(text[end]))) {
            slashes = text[end] == '\\' ? slashes + 1 : 0;
            spaces += text[end] == ' ' ? 1 : 0;
            if (text[end] == '\n' || spaces > MOST_SPACES) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static boolean accepts(byte[] text, int start, int end, boolean quoted, IdentifierType type) {
        int length = end - start;
        if (type == IdentifierType.CVV) {
            return (length == 3 || length == 4) && Bytes.runEnd(text, start, end, Bytes.DIGIT) == end;
        }
        if (length < SHORTEST
                || NO_STARTS.has(text[start])
                || Words.constant(text, start, end)
                || Bytes.at(text, start, end, "http")
                || placeholder(text, start, end)) {
            return false;
        }
        int kinds = 0;
        for (int i = start; i < end; i++) {
            kinds |= KINDS[text[i] & 0xff];
        }
        boolean digits = (kinds & DIGIT) != 0;
        boolean letters = (kinds & LETTER) != 0;
        boolean marks = (kinds & MARK) != 0;
        boolean code = (kinds & CODE) != 0;
        if ((kinds & SPACE) != 0 && !digits) {
            return false;
        }
        if (type == IdentifierType.PASSWORD) {
            return quoted ? letters || digits || marks : !code && (digits || marks) && length >= 6;
        }
        if (type == IdentifierType.SIG && (start == 0 || text[start - 1] != '=')) {
            return false;
        }
        boolean aws = quoted && (type == IdentifierType.SECRETKEY || type == IdentifierType.SESSIONTOKEN);
        return !code && letters && (aws ? length >= 8 : length >= 16 && digits);
    }

    /** Whether it is a word that stands for a secret in examples. */
    static boolean placeholder(byte[] text, int start, int end) {
        if (end - start >= 4 && ARN.contains(text, start, start + 3) && text[start + 3] == ':') {
            return true;
        }
        if (end - start > LONGEST_WORD) {
            return false;
        }
        byte[] letters = new byte[LONGEST_WORD];
        int length = 0;
        for (int i = start; i < end; i++) {
            if (Bytes.is(text[i], Bytes.LETTER)) {
                letters[length++] = text[i];
            } else if (text[i] != '-' && text[i] != '_') {
                return false;
            }
        }
        return PLACEHOLDERS.contains(letters, 0, length);
    }

    private static boolean endsBare(byte b) {
        return (b <= ' ' && b >= 0) || BARE_ENDS.has(b);
    }
}
