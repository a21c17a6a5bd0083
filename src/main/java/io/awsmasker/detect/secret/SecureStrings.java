package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * What PowerShell makes a secret of, {@code ConvertTo-SecureString "x" -AsPlainText}: what stands directly behind the cmdlet or
 * its parameter, for no key stands there. Found from the cmdlet's hyphen.
 */
public final class SecureStrings {
    private static final String VERB = "ConvertTo";
    private static final String NOUN = "-SecureString ";
    private static final String PARAMETER = "-String ";

    /** With which PowerShell begins something else than a bare text. */
    private static final Marks EXPRESSIONS = Marks.of("-($@{");

    private SecureStrings() {}

    public static void find(byte[] text, int from, int dash, int to, Candidates found) {
        int verb = dash - VERB.length();
        if (verb < from || !Bytes.at(text, verb, dash, VERB) || !Bytes.at(text, dash, to, NOUN)) {
            return;
        }
        int at = dash + NOUN.length();
        at = Bytes.at(text, at, to, PARAMETER) ? at + PARAMETER.length() : at;
        if (at < to && (text[at] == '"' || text[at] == '\'')) {
            Secrets.read(text, from, at + 1, to, 0, text[at], true, IdentifierType.PASSWORD, found);
        } else if (at < to && !EXPRESSIONS.has(text[at]) && !isWord(text, at, to)) {
            Secrets.read(text, from, at, to, -1, (byte) 0, true, IdentifierType.PASSWORD, found);
        }
    }

    /** Whether what begins at {@code at} is a word as sentences about the cmdlet have behind it. */
    private static boolean isWord(byte[] text, int at, int to) {
        int end = Bytes.runEnd(text, at, to, Bytes.LETTER);
        return end == to || text[end] <= ' ' || ".,;:)".indexOf(text[end]) >= 0;
    }
}
