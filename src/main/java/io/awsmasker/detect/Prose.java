package io.awsmasker.detect;

import org.jspecify.annotations.Nullable;

/**
 * Names in sentences: {@code the bucket acme-billing is empty}, {@code a role named deploy-7}, {@code the acme-7 cluster}.
 * Only hyphenated words beside the word for the kind of resource, because there a plain word is most often just the next
 * word. One object belongs to one passage; each hyphenated word is read once.
 */
final class Prose {
    private static final WordTable FILLERS = new WordTable(Words.set("named called name titled id identifier"));
    private static final WordTable IS = new WordTable(Words.set("is was"));
    private static final WordTable LIST = new WordTable(Words.set("ls"));
    private static final WordTable WITH = new WordTable(Words.set("with"));
    private static final WordTable GROUP = new WordTable(Words.set("group"));
    /** First and last parts of compound words of the language. */
    private static final WordTable FIRST = new WordTable(
            Words.set(
                    "non pre rev multi cross self utf sha iso rfc ipv tls x86 arm least most re per in on up read write server client high "
                            + "low long short real fine well auto user role sub co single two three one all so built pay run set log sign x"));

    private static final WordTable LAST = new WordTable(
            Words.set(
                    "side based only is in on off up out account region level time wide specific "
                            + "to end policy owner name id arn type write like aware enabled managed defined generated named style scoped term "
                            + "party free ready friendly by case driven related owned supplied provided created access private public"));

    private static final Marks QUOTES = Marks.of("\"'`");

    private int read;

    /** Adds the name of which the hyphen at {@code dash} is a part. */
    void find(byte[] text, int from, int dash, int to, Candidates found) {
        if (dash < read) {
            return;
        }
        int end = Bytes.runEnd(text, dash, to, Bytes.HOST);
        int start = dash;
        while (start > Math.max(from, read) && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, dash);
        read = end;
        while (end > dash && !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            end--;
        }
        if (!inSentence(text, from, start, end, to) || end - start < 5 || !Bytes.is(text[start], Bytes.ALNUM)) {
            return;
        }
        boolean digit = false;
        for (int i = start; i < end; i++) {
            digit |= Bytes.is(text[i], Bytes.DIGIT);
            if (text[i] == '_' && i + 1 < end && Bytes.is(text[i + 1], Bytes.DIGIT) && endsClass(text, start, i)) {
                return; // glued to a token, so no word of a sentence
            }
        }
        IdentifierType type = kindBefore(text, from, start, digit);
        type = type == null ? kindBehind(text, from, start, end, to, digit) : type;
        if (type != null && !compound(text, start, end)) {
            Names.propose(text, start, end, false, type, found);
        }
    }

    /** Whether what stands in front of the underscore may be the class of a token. */
    private static boolean endsClass(byte[] text, int start, int underscore) {
        int i = underscore;
        while (i > start && Bytes.is(text[i - 1], Bytes.UPPER | Bytes.DIGIT)) {
            i--;
        }
        return i < underscore && Bytes.is(text[i], Bytes.UPPER);
    }

    /** Whether a space stands in front, perhaps of a quote, or behind. */
    private static boolean inSentence(byte[] text, int from, int start, int end, int to) {
        int front = start - 1 > from && QUOTES.has(text[start - 1]) ? start - 2 : start - 1;
        return (front > from && text[front] == ' ') || (end < to && text[end] == ' ');
    }

    private static @Nullable IdentifierType kindBefore(byte[] text, int from, int start, boolean digit) {
        int end = start;
        if (end > from && QUOTES.has(text[end - 1])) {
            end--;
        }
        end = behindWord(text, from, end, digit);
        int kind = wordStart(text, from, end);
        if (kind < end && LIST.contains(text, kind, end) && Bytes.at(text, kind - 3, kind, "s3 ")) {
            return IdentifierType.BUCKET;
        }
        if (digit && kind < end && IS.contains(text, kind, end)) {
            end = behindWord(text, from, kind, false);
            kind = wordStart(text, from, end);
        }
        for (int k = 0; k < 2 && kind < end && FILLERS.contains(text, kind, end); k++) {
            end = behindWord(text, from, kind, false);
            kind = wordStart(text, from, end);
            if (kind < end && WITH.contains(text, kind, end)) {
                end = behindWord(text, from, kind, false);
                kind = wordStart(text, from, end);
            }
        }
        if (kind >= end) {
            return null;
        }
        if (GROUP.contains(text, kind, end) && Bytes.at(text, kind - 4, kind, "log ")) {
            return IdentifierType.LOGGROUP;
        }
        Kind known = Kind.inSentence(text, kind, end);
        boolean sure = digit || (kind > from && text[kind - 1] == '(');
        return known == null || (known.everyday() && !sure) ? null : known.type();
    }

    private static @Nullable IdentifierType kindBehind(
            byte[] text, int from, int start, int end, int to, boolean digit) {
        boolean quoted = start > from && end < to && QUOTES.has(text[end]) && text[start - 1] == text[end];
        int space = quoted ? end + 1 : end;
        if (space + 1 >= to || text[space] != ' ') {
            return null;
        }
        int kind = space + 1;
        int stop = Bytes.runEnd(text, kind, Math.min(to, kind + Kind.LONGEST), Bytes.LETTER);
        Kind known = Kind.inSentence(text, kind, stop);
        boolean whole = Boundary.after(text, stop, to) && (stop >= to || text[stop] != '-');
        if (known == null || !whole) {
            return null;
        }
        boolean sure = known.standsBehind(digit) || (quoted && (digit || !known.everyday()));
        return sure ? known.type() : null;
    }

    /** Where the word in front of the space before {@code at} ends; a colon may stand between if it may. */
    private static int behindWord(byte[] text, int from, int at, boolean colon) {
        int end = at - 1;
        if (end <= from || text[end] != ' ') {
            return from;
        }
        return colon && text[end - 1] == ':' ? end - 1 : end;
    }

    private static int wordStart(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < Kind.LONGEST && Bytes.is(text[start - 1], Bytes.LETTER)) {
            start--;
        }
        return Boundary.before(text, from, start) ? start : end;
    }

    private static boolean compound(byte[] text, int start, int end) {
        int first = Bytes.runEnd(text, start, end, Bytes.ALNUM);
        int last = end;
        boolean digit = false;
        while (last > start && Bytes.is(text[last - 1], Bytes.ALNUM)) {
            last--;
            digit |= Bytes.is(text[last], Bytes.DIGIT);
        }
        return !digit && (FIRST.contains(text, start, first) || LAST.contains(text, last, end));
    }
}
