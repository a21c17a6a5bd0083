package io.awsmasker.detect.prose;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.Grammar.Value;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Kind;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.name.Nouns;
import io.awsmasker.detect.words.Compounds;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Names in sentences: {@code the bucket acme-billing is empty}, {@code a role named deploy-7}, {@code the `acme-orders` DynamoDB
 * table}, {@code queues jobs-1, jobs-2 and jobs-3}. Only hyphenated words, or what quotes stand around, beside the word for a
 * thing, because there a plain word is most often just the next word. One object belongs to one passage; each hyphenated word
 * is read once.
 */
public final class Prose {
    private static final WordTable FILLERS = new WordTable(Words.set("named called name titled id identifier"));
    private static final WordTable NAMING = new WordTable(Words.set("named called"));
    private static final String HANDLER = "handler";
    private static final WordTable IS = new WordTable(Words.set("is was from"));
    private static final WordTable LIST = new WordTable(Words.set("ls"));
    private static final WordTable WITH = new WordTable(Words.set("with the"));
    private static final WordTable EXPORT = new WordTable(Words.set("export"));
    private static final String KEPT = " cannot be ";
    private static final WordTable BY = new WordTable(Words.set("by"));
    private static final String IN_USE = "in use ";
    private static final WordTable OF = new WordTable(Words.set("for of on"));
    private static final String[] PARTS_OF_BUCKETS = {
        "bucket policy",
        "bucket lifecycle",
        "bucket encryption",
        "bucket ACL",
        "bucket versioning",
        "to GetObject",
        "to PutObject"
    };
    private static final Marks QUOTES = Marks.of("\"'`");
    private static final Marks BLANKS = Marks.of(" \r\n");
    private static final int LONGEST_QUOTED = 128;

    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private int read;
    private int listed = -1;
    private @Nullable IdentifierType list;
    private boolean listOfSure;

    /** Whether the words in front say that the text in quotes is a name. */
    private boolean told;

    public Prose(Passage passage, Candidates found) {
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.read = from;
    }

    /** Adds the name of which the hyphen at {@code dash} is a part. */
    public void find(int dash) {
        if (dash < read) {
            return;
        }
        int end = Bytes.runEnd(text, dash, to, Bytes.HOST);
        int start = dash;
        while (start > read && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        start = Boundary.skipEscape(text, from, start, dash);
        read = end;
        while (end > dash && !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            end--;
        }
        int front = SentenceMarks.front(text, from, start);
        boolean inSentence = (front - 1 > from && text[front - 1] == ' ') || (end < to && text[end] == ' ');
        if (!inSentence || end - start < 5 || !Bytes.is(text[start], Bytes.ALNUM)) {
            return;
        }
        int any = Bytes.any(text, start, end);
        if ((any & Bytes.UNDERSCORE) != 0 && gluedToToken(start, end)) {
            return;
        }
        boolean digit = (any & Bytes.DIGIT) != 0;
        told = false;
        IdentifierType type = before(start, front, end, digit);
        type = type == null ? behind(start, end, digit) : type;
        boolean next = type == null && listed >= 0 && SentenceMarks.join(text, listed, start);
        type = next && (digit || listOfSure) ? list : type;
        boolean bare = front == start;
        if (type != null
                && (told || !Compounds.is(text, start, end))
                && !(bare && Compounds.ofCommonWords(text, start, end))) {
            end = type.grammar().value() == Value.PATH ? pathEnd(end) : end;
            read = Math.max(read, end);
            Names.propose(text, start, end, false, type, found);
            listOfSure |= !next;
            list = type;
            listed = end;
        }
    }

    /** Where the path ends of which a name is the beginning. */
    private int pathEnd(int end) {
        int stop = end;
        while (stop + 1 < to
                && stop - end < LONGEST_QUOTED
                && text[stop] == '/'
                && Bytes.is(text[stop + 1], Bytes.ALNUM)) {
            stop = Bytes.runEnd(text, stop + 1, to, Bytes.HOST);
        }
        while (stop > end && !Bytes.is(text[stop - 1], Bytes.ALNUM)) {
            stop--;
        }
        return stop;
    }

    /** {@code `DeployBot` role}: what stands between the quote at {@code open} and the next may have no hyphen. */
    public void quoted(int open) {
        if (open > from && text[open - 1] != ' ' && text[open - 1] != '\n') {
            return;
        }
        int end = Bytes.runEnd(text, open + 1, Math.min(to, open + LONGEST_QUOTED), Bytes.NAME);
        boolean named = end > open + 2 && end + 1 < to && text[end] == text[open] && text[end + 1] == ' ';
        if (end > open + 2 && end < to && text[end] == text[open] && called(open, end)) {
            return;
        }
        Nouns behind = named ? Nouns.behind(text, end + 2, to) : null;
        boolean sure = behind != null
                && behind.sure()
                && (behind.full() || behind.kind().type() == IdentifierType.ROLE);
        if (behind != null && sure && named(open + 1, end, behind) && !Compounds.is(text, open + 1, end)) {
            Names.propose(text, open + 1, end, false, behind.kind().type(), found);
        }
    }

    /** {@code a queue called `MusselJobs`}: whether the words in front say what the text at {@code (open, end)} is. */
    private boolean called(int open, int end) {
        int word = open - 1 > from ? wordStart(open - 1) : open;
        if (word >= open - 1 || !NAMING.contains(text, word, open - 1)) {
            return false;
        }
        Nouns nouns = Nouns.before(text, from, word - 1);
        boolean handler = Bytes.at(text, Math.max(from, end - HANDLER.length()), end, HANDLER);
        if (nouns == null || handler || !nouns.sure() || !named(open + 1, end, nouns)) {
            return false;
        }
        if (Words.distinctive(text, open + 1, end) && !Compounds.is(text, open + 1, end)) {
            Names.propose(text, open + 1, end, false, nouns.kind().type(), found);
        }
        return true;
    }

    /** Whether it is no function of a program, {@code parseLine}, and no file. */
    private boolean named(int start, int end, Nouns nouns) {
        boolean capital = Bytes.is(text[start], Bytes.UPPER);
        boolean hyphen = false;
        for (int i = start; i < end; i++) {
            hyphen |= text[i] == '-';
        }
        return Bytes.is(text[start], Bytes.LETTER)
                && (hyphen || capital || nouns.kind().type() != IdentifierType.LAMBDA);
    }

    /** Whether the class and number of a token stand in it, so that it is no word of a sentence. */
    private boolean gluedToToken(int start, int end) {
        for (int i = start + 1; i + 1 < end; i++) {
            if (text[i] == '_' && Bytes.is(text[i + 1], Bytes.DIGIT) && endsClass(start, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsClass(int start, int underscore) {
        int i = underscore;
        while (i > start && Bytes.is(text[i - 1], Bytes.UPPER | Bytes.DIGIT)) {
            i--;
        }
        return i < underscore && Bytes.is(text[i], Bytes.UPPER);
    }

    private @Nullable IdentifierType before(int start, int front, int nameEnd, boolean digit) {
        boolean quoted = front < start && text[start - 1] != '*' && text[start - 1] != '(';
        int end = wordEnd(front, digit || quoted);
        int arrow = digit ? SentenceMarks.arrow(text, from, end) : end;
        end = arrow < end ? wordEnd(arrow, false) : end;
        int word = wordStart(end);
        if (LIST.contains(text, word, end) && Bytes.at(text, word - 3, word, "s3 ")) {
            return IdentifierType.BUCKET;
        }
        if (BY.contains(text, word, end) && Bytes.at(text, word - IN_USE.length(), word, IN_USE)) {
            return IdentifierType.STACK;
        }
        if (EXPORT.contains(text, word, end) && Bytes.at(text, nameEnd, to, KEPT)) {
            return IdentifierType.RES;
        }
        if (OF.contains(text, word, end)) {
            return digit || !Compounds.adjective(text, start, nameEnd) ? partOfBucket(word - 1) : null;
        }
        if (digit && IS.contains(text, word, end)) {
            end = wordEnd(word, false);
            word = wordStart(end);
        }
        for (int k = 0; k < 2 && FILLERS.contains(text, word, end) && Nouns.before(text, from, end) == null; k++) {
            told |= quoted && NAMING.contains(text, word, end);
            end = wordEnd(word, false);
            word = wordStart(end);
            for (int link = 0; link < 2 && WITH.contains(text, word, end); link++) {
                end = wordEnd(word, false);
                word = wordStart(end);
            }
        }
        Nouns nouns = Nouns.before(text, from, end);
        if (nouns == null || (text[start - 1] == '(' && !(digit && nouns.sure()))) {
            return null;
        }
        if (declared(nouns, nameEnd) || (!digit && !nouns.full() && repeats(nouns, start))) {
            return null;
        }
        boolean inBrackets = nouns.start() > from && text[nouns.start() - 1] == '(';
        listOfSure = nouns.sure();
        IdentifierType type = nouns.kind().type();
        boolean event = type == IdentifierType.ECS && Bracketed.event(text, nameEnd, to);
        return nouns.sure() || digit || inBrackets || event ? type : null;
    }

    /** Whether a shell's program begins, {@code function start-quay()}. */
    private boolean declared(Nouns nouns, int end) {
        if (nouns.kind().type() != IdentifierType.LAMBDA || end >= to) {
            return false;
        }
        int i = end;
        while (i < to && i - end < Kind.LONGEST && BLANKS.has(text[i])) {
            i++;
        }
        return text[end] == '(' || (i < to && text[i] == '{');
    }

    /** Whether it begins with the word in front, {@code class="table table-hover"}, as classes of style sheets do. */
    private boolean repeats(Nouns nouns, int start) {
        int hyphen = start + nouns.end() - nouns.start();
        return hyphen < to && text[hyphen] == '-' && Words.same(text, nouns.start(), nouns.end(), start, hyphen);
    }

    /** {@code bucket policy for x}, whose last word but one ends at {@code end}. */
    private @Nullable IdentifierType partOfBucket(int end) {
        for (String words : PARTS_OF_BUCKETS) {
            int start = end - words.length();
            if (start >= from && Bytes.at(text, start, end, words) && Boundary.before(text, from, start)) {
                return IdentifierType.BUCKET;
            }
        }
        return null;
    }

    private @Nullable IdentifierType behind(int start, int end, boolean digit) {
        int space = end < to && text[end] == '\\' ? end + 1 : end;
        boolean quoted = space < to && start > from && QUOTES.has(text[space]) && text[start - 1] == text[space];
        if (quoted) {
            space++;
        } else if (Bytes.at(text, end, to, "**")) {
            space += 2;
        }
        Nouns nouns = space + 1 < to && text[space] == ' ' ? Nouns.behind(text, space + 1, to) : null;
        if (nouns == null) {
            return null;
        }
        Kind kind = nouns.kind();
        boolean any = kind.behind() == Kind.Behind.ANY
                || (nouns.full() && Compounds.isLong(text, start, end) && !Compounds.adjective(text, start, end));
        boolean sure =
                kind.standsBehind(digit) || (nouns.full() && digit) || any || (quoted && (digit || nouns.sure()));
        listOfSure = nouns.sure();
        return sure ? kind.type() : null;
    }

    /** Where the word in front of the space before {@code at} ends; a colon may stand between if it may. */
    private int wordEnd(int at, boolean colon) {
        int end = at - 1;
        if (end <= from || text[end] != ' ') {
            return from;
        }
        return colon && text[end - 1] == ':' ? end - 1 : end;
    }

    private int wordStart(int end) {
        int start = end;
        while (start > from && end - start < Kind.LONGEST && Bytes.is(text[start - 1], Bytes.LETTER)) {
            start--;
        }
        return Boundary.before(text, from, start) ? start : end;
    }
}
