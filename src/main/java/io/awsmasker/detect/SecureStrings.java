package io.awsmasker.detect;

/**
 * What PowerShell makes a secret of, {@code ConvertTo-SecureString "x" -AsPlainText}: a text in quotes directly behind the
 * cmdlet or its parameter, for no key stands there. Found from the cmdlet's hyphen.
 */
final class SecureStrings {
    private static final String VERB = "ConvertTo";
    private static final String NOUN = "-SecureString ";
    private static final String PARAMETER = "-String ";

    private SecureStrings() {}

    static void find(byte[] text, int from, int dash, int to, Candidates found) {
        int verb = dash - VERB.length();
        if (verb < from || !Bytes.at(text, verb, dash, VERB) || !Bytes.at(text, dash, to, NOUN)) {
            return;
        }
        int at = dash + NOUN.length();
        at = Bytes.at(text, at, to, PARAMETER) ? at + PARAMETER.length() : at;
        if (at < to && (text[at] == '"' || text[at] == '\'')) {
            Secrets.read(text, from, at + 1, to, 0, text[at], true, IdentifierType.PASSWORD, found);
        }
    }
}
