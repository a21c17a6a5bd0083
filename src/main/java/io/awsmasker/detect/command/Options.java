package io.awsmasker.detect.command;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.kubernetes.KubernetesSecrets;
import io.awsmasker.detect.value.Arguments;
import io.awsmasker.detect.value.SecretMarks;
import io.awsmasker.detect.value.Values;
import io.awsmasker.detect.words.Words;

/** Options of commands and what stands behind them, in a line or as items of a list; each reads a bounded way behind it. */
public final class Options {
    private static final String TYPE = "--type";

    /** The same of PowerShell. */
    private static final String SHELL_TYPE = "-Type";

    /** Of {@code curl}, whose value may go on with a password, as that of {@code --user-name} does not. */
    private static final String USER = "user";

    /** Of AWS's module for PowerShell. */
    private static final String PROFILE_NAME = "ProfileName";

    private static final int LONGEST_PARAMETER = 48;

    /** What stands behind an option that is an item of a list. */
    private static final Marks LIST_MARKS = Marks.of("\"'`\\\r\n");

    private final Vocabulary vocabulary;
    private final Commands commands;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Values values;
    private final SecretMarks marks;
    private final Candidates found;

    /** Where the values end that were read last: none is read for two options. */
    private int furtherEnd;

    public Options(
            Vocabulary vocabulary,
            Commands commands,
            Passage passage,
            Values values,
            SecretMarks marks,
            Candidates found) {
        this.vocabulary = vocabulary;
        this.commands = commands;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.values = values;
        this.marks = marks;
        this.found = found;
    }

    /** {@code --bucket x}: returns where to read on. */
    public int read(int i) {
        int end = i + 2;
        while (end < to && (Bytes.is(text[end], Bytes.ALNUM) || (text[end] == '-' && text[end - 1] != '-'))) {
            end++;
        }
        if (end < to && (text[end] == ' ' || text[end] == '=') && end - i > 3) {
            IdentifierType type = vocabulary.keys.find(text, i, end);
            if (type == null || (type == IdentifierType.AGENT && !capitals(end + 1))) {
                IdentifierType other = commands.find(text, from, i + 2, end, to);
                type = other == null ? type : other;
            }
            type = type == null && commands.profile(text, from, i + 2, end, to) ? IdentifierType.RES : type;
            boolean own = type == IdentifierType.IAMUSER
                    && end - i == 2 + USER.length()
                    && ShortOptions.ofSystem(text, from, i);
            if (type != null && !own && !repeats(i + 2, end)) {
                values.read(type, end + 1, true);
                if (text[end - 1] == 's' && !type.secret()) {
                    further(type, end + 1);
                }
                if (type == IdentifierType.IAMUSER && Bytes.at(text, end - USER.length(), end, USER)) {
                    ShortOptions.credentials(text, end + 1, to, found);
                }
            } else if (type == null && end - i == TYPE.length() && Bytes.at(text, i, to, TYPE)) {
                marks.ofCommand(i, end + 1, values);
            } else if (type == null) {
                KubernetesSecrets.literal(text, from, i, end, to, found);
            }
        } else if (end + 1 < to && text[end] == ',' && text[end + 1] == ' ') {
            IdentifierType type = vocabulary.keys.find(text, i, end);
            if (type != null && type.secret()) {
                Arguments.ofFlow(type, text, from, i, end, to, values);
            }
        } else if (end < to && LIST_MARKS.has(text[end])) {
            IdentifierType type = vocabulary.keys.find(text, i, end);
            type = type == null ? commands.find(text, from, i + 2, end, to) : type;
            int value = type == null ? -1 : Arguments.ofOption(text, from, i, end, to);
            boolean person = type == IdentifierType.IAMUSER || type == IdentifierType.ROLE;
            if (type != null && value >= 0 && (!person || Words.compound(text, i + 2, end))) {
                values.read(type, value, true);
            }
        }
        return i + 2;
    }

    /** {@code -BucketName x}, as PowerShell writes options, whose hyphen stands at {@code dash}. */
    public void parameter(int dash) {
        int end = Bytes.runEnd(text, dash + 1, Math.min(to, dash + LONGEST_PARAMETER), Bytes.ALNUM);
        if (end < to && text[end] == ' ' && Bytes.at(text, dash, end, SHELL_TYPE)) {
            marks.ofCommand(dash, end + 1, values);
        }
        boolean compound = Words.compound(text, dash + 1, end);
        boolean capital = !compound && Bytes.is(text[dash + 1], Bytes.UPPER) && Words.joined(text, end + 1, to);
        if (end >= to || text[end] != ' ' || (!compound && !capital)) {
            return;
        }
        IdentifierType type = vocabulary.keys.find(text, from, end);
        IdentifierType vague = type == null ? vocabulary.vagueKeys.find(text, from, end) : null;
        boolean profile = Bytes.at(text, dash + 1, end, PROFILE_NAME) && Profiles.named(text, end + 1, to);
        type = profile ? IdentifierType.RES : vague != null && Words.joined(text, end + 1, to) ? vague : type;
        if (type != null && !repeats(dash + 1, end)) {
            values.read(type, end + 1, true);
        }
    }

    /** Proposes what follows the first value of an option that takes several; the next option or a mark ends them. */
    private void further(IdentifierType type, int first) {
        if (first < furtherEnd) {
            return;
        }
        int at = valueEnd(first);
        while (at + 1 < to
                && text[at] == ' '
                && (Bytes.is(text[at + 1], Bytes.ALNUM) || "\"'/".indexOf(text[at + 1]) >= 0)) {
            values.read(type, at + 1, true);
            at = valueEnd(at + 1);
        }
        furtherEnd = at;
    }

    /** Whether it is an id of capitals and digits only, as agents and bots have, and no name. */
    private boolean capitals(int at) {
        int start = at < to && Bytes.is(text[at], Bytes.QUOTE) ? at + 1 : at;
        return (Bytes.any(text, start, Bytes.runEnd(text, start, to, Bytes.NAME)) & Bytes.LOWER) == 0;
    }

    private int valueEnd(int at) {
        boolean quoted = at < to && (text[at] == '"' || text[at] == '\'');
        int end = at + 1;
        while (end < to
                && (quoted
                        ? text[end] != text[at] && text[end] != '\n'
                        : text[end] > ' ' && !LIST_MARKS.has(text[end]) && text[end] != ';')) {
            end++;
        }
        return quoted ? end + 1 : end;
    }

    /** Whether an option's value is its own word, as where a manual says what to fill in. */
    private boolean repeats(int word, int wordEnd) {
        int value = wordEnd + 1;
        int valueEnd = Bytes.runEnd(text, value, to, Bytes.HOST);
        return valueEnd - value == wordEnd - word && Words.same(text, word, wordEnd, value, valueEnd);
    }
}
