package io.awsmasker.detect.command;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The words of a shell's loop, {@code for fn in quay-a quay-b; do aws lambda … --function-name $fn}. What they are says the
 * variable's name, or else the option or the address in the loop behind which the variable stands; both are read a bounded way.
 */
public final class ShellLoops {
    private static final int LONGEST_INDENT = 16;
    private static final int LONGEST_VARIABLE = 32;
    private static final int LONGEST_LIST = 512;
    private static final int LONGEST_BODY = 256;
    private static final String FOR = "for ";
    private static final String IN = " in ";
    private static final String ADDRESS = "s3://";

    private final Keys keys;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;

    public ShellLoops(Keys keys, Passage passage, Candidates found) {
        this.keys = keys;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
    }

    /** A line begins whose first character but blanks stands at {@code at}. */
    public void line(int at) {
        int word = at;
        while (word < to && word - at < LONGEST_INDENT && (text[word] == ' ' || text[word] == '\t')) {
            word++;
        }
        if (word >= to || text[word] != 'f' || !Bytes.at(text, word, to, FOR)) {
            return;
        }
        int variable = word + FOR.length();
        int end = Bytes.runEnd(text, variable, Math.min(to, variable + LONGEST_VARIABLE), Bytes.WORD);
        if (end == variable || !Bytes.at(text, end, to, IN)) {
            return;
        }
        int list = end + IN.length();
        int stop = list;
        while (stop < Math.min(to, list + LONGEST_LIST) && text[stop] != ';' && text[stop] != '\n') {
            stop++;
        }
        IdentifierType type = stop < to ? type(variable, end, stop) : null;
        if (type != null && !type.secret()) {
            words(list, stop, type);
        }
    }

    private @Nullable IdentifierType type(int variable, int end, int body) {
        IdentifierType own = keys.find(text, variable, end);
        int limit = Math.min(to, body + LONGEST_BODY);
        for (int i = body; own == null && i < limit; i++) {
            if (text[i] == '$') {
                int name = i + 1 < limit && text[i + 1] == '{' ? i + 2 : i + 1;
                int nameEnd = Bytes.runEnd(text, name, limit, Bytes.WORD);
                own = Words.same(text, variable, end, name, nameEnd) ? inFront(body, i) : null;
            }
        }
        return own;
    }

    /** What stands behind the option or the address that ends at {@code at}, perhaps with a quote between. */
    private @Nullable IdentifierType inFront(int body, int at) {
        int end = text[at - 1] == '"' ? at - 1 : at;
        int address = end - ADDRESS.length();
        if (address > body && Bytes.at(text, address, end, ADDRESS)) {
            return IdentifierType.BUCKET;
        }
        boolean option = end - 1 > body && (text[end - 1] == ' ' || text[end - 1] == '=');
        int start = end - 1;
        while (option && start > body && text[start - 1] > ' ') {
            start--;
        }
        return option && Bytes.at(text, start, end, "--") ? keys.find(text, from, end - 1) : null;
    }

    private void words(int list, int stop, IdentifierType type) {
        int at = list;
        while (at < stop) {
            int end = at;
            while (end < stop && text[end] > ' ') {
                end++;
            }
            boolean quoted = end - at > 2 && (text[at] == '"' || text[at] == '\'') && text[end - 1] == text[at];
            int start = quoted ? at + 1 : at;
            if (Words.joined(text, start, end)) {
                Names.propose(text, start, quoted ? end - 1 : end, false, type, found);
            }
            at = end + 1;
        }
    }
}
