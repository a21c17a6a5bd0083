package io.awsmasker.detect.prose;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Kind;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.words.Compounds;
import io.awsmasker.detect.words.ErrorCodes;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Names in messages of errors: {@code DBInstance x not found}, {@code The role with name x cannot be found}, {@code
 * creating S3 Bucket (x)}. Where one knows that a sentence complains about a thing, a plain word beside the word for its
 * kind is its name, which it is not in other sentences. Each message is read once, a bounded way.
 */
public final class ErrorMessages {
    private static final int LONGEST = 320;

    /** What may stand between the kind and the name. */
    private static final WordTable FILLERS =
            new WordTable(Words.set("with name named id identifier called the for not found does exist exists"));

    private static final WordTable NAMING = new WordTable(Words.set("named called"));
    private static final WordTable ERROR = new WordTable(Words.set("error"));
    private static final WordTable WITH = new WordTable(Words.set("with"));

    /** What is said about the thing behind its name. */
    private static final WordTable VERDICTS =
            new WordTable(Words.set("not cannot can't could does doesn't already is isn't was has in failed exists"));

    /** With which a message goes on behind a colon, where the name of the thing may stand too. */
    private static final WordTable REASONS = new WordTable(Words.set(
            "operation api unexpected timeout context request response unable could failed no invalid a an to access"));

    private static final Marks OPENING = Marks.of("'\"`[(\\");
    private static final Marks CLOSING = Marks.of("'\"`]).,;:\\");
    private static final String EXISTS = " already exists (Service: ";
    private static final String RESOURCE = "on resource";
    private static final String ALREADY = " already exists";
    private static final String OCCURRED = "occurred ";

    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private int read;

    public ErrorMessages(Passage passage, Candidates found) {
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.read = passage.start();
    }

    /** {@code An error occurred (Code) when calling …}, whose bracket stands at {@code open}. */
    public void occurred(int open) {
        if (open - OCCURRED.length() >= from && Bytes.at(text, open - OCCURRED.length(), open, OCCURRED)) {
            find(open);
        }
    }

    /** {@code not authorized to perform: x:Y on resource: mussel-fn}, whose last word in front of the colon ends at {@code keyEnd}. */
    public void resource(int keyEnd, int value) {
        int start = keyEnd - RESOURCE.length();
        if (start >= from && Bytes.at(text, start, keyEnd, RESOURCE)) {
            int end = Bytes.runEnd(text, value, Math.min(to, value + LONGEST), Bytes.NAME);
            boolean path = end > value && text[value] == '/';
            if (path || Words.joined(text, value, to)) {
                Names.propose(text, value, end, path, IdentifierType.RES, found);
            }
        }
    }

    /** Reads the message that begins at {@code at}, to the end of its line or string. */
    public void find(int at) {
        int begin = at;
        int limit = Math.min(to, at + LONGEST);
        while (begin < limit && text[begin] == ' ') {
            begin++;
        }
        boolean string = begin < limit && text[begin] == '"';
        if (begin >= read) {
            existing(string ? begin + 1 : begin, limit);
        }
        if (string && begin >= read) {
            ofService(begin + 1, limit);
        }
        read = Math.max(read, new Message(limit, string).read(Math.max(string ? begin + 1 : begin, read)));
    }

    /** {@code NAME-2019-dev already exists}, as the reason for which a stack failed: a long name with a number. */
    private void existing(int start, int limit) {
        int end = Bytes.runEnd(text, start, limit, Bytes.HOST);
        if (end > start
                && Bytes.at(text, end, limit, ALREADY)
                && Compounds.isLong(text, start, end)
                && (Bytes.any(text, start, end) & Bytes.DIGIT) != 0) {
            Names.propose(text, start, end, false, IdentifierType.RES, found);
        }
    }

    /** {@code NAME already exists (Service: S3, Status Code: 409}: the service in brackets says what exists. */
    private void ofService(int start, int limit) {
        int end = Bytes.runEnd(text, start, limit, Bytes.NAME);
        int service = end + EXISTS.length();
        if (end > start && Bytes.at(text, end, limit, EXISTS)) {
            boolean s3 = Bytes.at(text, service, limit, "S3,") || Bytes.at(text, service, limit, "S3;");
            Names.propose(text, start, end, false, s3 ? IdentifierType.BUCKET : IdentifierType.RES, found);
        }
    }

    /** One message on its way from its first word to its last. */
    private final class Message {
        private final int limit;
        private final boolean string;
        private @Nullable Kind kind;
        private int kindAt;
        private boolean naming;
        private boolean colon;
        private boolean follows;
        private int before;
        private int beforeEnd;

        Message(int limit, boolean string) {
            this.limit = limit;
            this.string = string;
        }

        /** Returns where it ends. */
        int read(int begin) {
            int i = begin;
            while (i < limit && text[i] != '\n' && !closes(i)) {
                i = follows && text[i] == '(' ? remarkEnd(i) : i;
                int stop = i;
                while (stop < limit && !blank(stop) && !closes(stop)) {
                    stop++;
                }
                if (stop > i) {
                    word(i, stop);
                }
                i = Math.max(stop, i + 1);
            }
            return i;
        }

        /** Where the bracket opens behind the words in the one at {@code open}, {@code (read replica) (x)}, or that one. */
        private int remarkEnd(int open) {
            int end = open + 1;
            while (end < limit && (Bytes.is(text[end], Bytes.LOWER) || text[end] == ' ')) {
                end++;
            }
            return Bytes.at(text, end, limit, ") (") ? end + 2 : open;
        }

        private void word(int at, int stop) {
            int start = at;
            int end = stop;
            while (start < end && OPENING.has(text[start])) {
                start++;
            }
            while (end > start && CLOSING.has(text[end - 1])) {
                end--;
            }
            Kind next = kind(start, end);
            boolean bracket = text[at] == '(' && text[stop - 1] != ':';
            boolean quoted = start > at && end < stop && !bracket;
            if (next != null && !quoted) {
                kind = ofOperation(start) ? null : next;
                kindAt = start;
                naming = false;
            } else if (kind != null && FILLERS.contains(text, start, end)) {
                naming = NAMING.contains(text, start, end)
                        || (WITH.contains(text, before, beforeEnd) && !WITH.contains(text, start, end));
            } else if (kind != null) {
                boolean verdict = VERDICTS.contains(text, start, end);
                boolean sure = quoted || naming || colon;
                boolean named = bracket && start > at && end < stop && follows;
                boolean reason = colon && !quoted && reason(start, end);
                boolean other = verdict
                        || reason
                        || field(start, end)
                        || ProgramErrors.name(kind.type(), text, from, kindAt, start, end, stop, quoted, to);
                if (!other && (sure || named || judged(stop))) {
                    Names.propose(text, start, end, sure || kind.own(), kind.type(), found);
                }
                kind = verdict ? kind : null;
            }
            follows = next != null && stop == end;
            colon = stop > end && text[stop - 1] == ':';
            before = start;
            beforeEnd = end;
        }

        /** What the word is called, perhaps together with the one in front: {@code DB Instance}. */
        private @Nullable Kind kind(int start, int end) {
            Kind two = beforeEnd + 1 == start && text[beforeEnd] == ' ' ? Kind.inError(text, before, end) : null;
            return two == null ? Kind.inError(text, start, end) : two;
        }

        /** Whether it is the service in {@code operation error Lambda: UpdateFunctionCode}. */
        private boolean ofOperation(int start) {
            return beforeEnd + 1 == start && ERROR.contains(text, before, beforeEnd);
        }

        /** Whether it is the code of an error or the first word of a reason, as behind {@code creating IAM Role:}. */
        private boolean reason(int start, int end) {
            return ErrorCodes.is(text, start, end, to) || REASONS.contains(text, start, end);
        }

        /** Whether it is what Pulumi writes behind a message, {@code provider=aws@6.56.1}. */
        private boolean field(int start, int end) {
            int word = Bytes.runEnd(text, start, end, Bytes.LETTER);
            return word > start && word < end && text[word] == '=';
        }

        private boolean blank(int at) {
            return text[at] <= ' ' && text[at] >= 0;
        }

        /** Whether the quote of a string of JSON stands there that closes it. */
        private boolean closes(int at) {
            return string && text[at] == '"' && text[at - 1] != '\\';
        }

        /** Whether the word behind is one of those by which a message goes on. */
        private boolean judged(int at) {
            int word = at + 1;
            int end = word;
            while (end < limit && (Bytes.is(text[end], Bytes.LETTER) || text[end] == '\'')) {
                end++;
            }
            return at < limit && text[at] == ' ' && VERDICTS.contains(text, word, end);
        }
    }
}
