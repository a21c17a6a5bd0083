package io.awsmasker.detect.key;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.command.CommandLine;
import io.awsmasker.detect.enclosing.YamlOwner;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Nouns;
import io.awsmasker.detect.secret.Attributes;
import io.awsmasker.detect.words.Compounds;
import io.awsmasker.detect.words.ErrorCodes;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the place of a key and its value tells beyond the key's word: variables of environments, lines of YAML, keys of
 * several words, variables of programs. A plain word is a name where nothing but a value can stand, and nowhere else.
 */
final class Assignments {
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 160;
    private static final int LONGEST_PHRASE = 40;
    private static final int SHORTEST_JOINED = 5;

    private static final int MOST_QUOTES = 8;

    /** With which programs end what they call a member that holds a name. */
    private static final WordTable LAST_OF_MEMBERS = new WordTable(Words.set("name names id ids"));

    /** With which a value goes on behind its first word. */
    private static final String JOINTS = "-/:";

    /** With which a program says that it is still at it: {@code Creating...}. */
    private static final String GOES_ON = "...";

    private static final String USERS = "users";
    private static final String SCOPE = "aws4_request";
    private static final String SOURCES_OF = "passwd";
    private static final WordTable SOURCES = new WordTable(
            Words.set("files systemd sss compat ldap nis nisplus db winbind extrausers mymachines altfiles hesiod"));

    private final Keys keys;
    private final byte[] text;
    private final int from;
    private final int to;
    private final YamlOwner yaml;

    Assignments(Keys keys, Passage passage, YamlOwner yaml) {
        this.keys = keys;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.yaml = yaml;
    }

    /** What a key of several words means, as people and consoles write it: {@code Stack name:}, {@code Role name:}. */
    @Nullable
    IdentifierType phrase(int keyEnd) {
        int start = keyEnd;
        while (start > from
                && keyEnd - start < LONGEST_PHRASE
                && (Bytes.is(text[start - 1], Bytes.LETTER) || (text[start - 1] == ' ' && text[start] != ' '))) {
            start--;
        }
        while (start < keyEnd && text[start] == ' ') {
            start++;
        }
        if (Bytes.runEnd(text, start, keyEnd, Bytes.LETTER) == keyEnd) {
            return null;
        }
        byte[] key = new byte[keyEnd - start];
        for (int i = start; i < keyEnd; i++) {
            key[i - start] = text[i] == ' ' ? (byte) '_' : text[i];
        }
        return keys.find(key, 0, key.length);
    }

    /** What a key of several words is the word for, {@code Log group: /quay/web}, if a name with a joint follows, or null. */
    @Nullable
    IdentifierType noun(int keyEnd, int value) {
        if (value <= keyEnd + 1 || !Bytes.is(text[keyEnd - 1], Bytes.LETTER)) {
            return null;
        }
        int start = keyEnd;
        while (start > from && keyEnd - start < LONGEST_PHRASE && Bytes.is(text[start - 1], Bytes.LETTER)) {
            start--;
        }
        if (start == from || text[start - 1] != ' ') {
            return null;
        }
        int name = value < to && text[value] == '`' ? value + 1 : value;
        boolean path = name < to && text[name] == '/';
        Nouns nouns = path || alone(value) ? Nouns.before(text, from, keyEnd) : null;
        return nouns != null && nouns.full() ? nouns.kind().type() : null;
    }

    /** Whether nothing follows the joined words that stand at {@code value}, so that they are no part of a sentence. */
    private boolean alone(int value) {
        int end = value;
        while (end < to && end - value < LONGEST_VALUE && text[end] > ' ') {
            end++;
        }
        boolean next = end + 1 < to && text[end] == ' ' && Bytes.is(text[end + 1], Bytes.LETTER);
        return !next && Words.joined(text, value, to);
    }

    /** Whether the key is the {@code pass} of a test or a compiler and no short word for a password. */
    boolean isVerdict(int keyEnd, int value) {
        int word = keyEnd - 4;
        boolean pass = word >= from && (text[keyEnd - 1] | 32) == 's' && Boundary.before(text, from, word);
        int end = value;
        boolean digit = false;
        while (pass && end < to && end - value < LONGEST_PHRASE && text[end] > ' ') {
            digit |= Bytes.is(text[end], Bytes.DIGIT);
            end++;
        }
        boolean prose = pass && keyEnd + 1 < to && text[keyEnd] == ' ' && text[keyEnd + 1] == '`';
        return pass && (!digit || prose || (text[word] == 'P' && text[keyEnd] == ':'));
    }

    /** Whether it is no name but a difference, {@code lambda: a-b}, or a constant, {@code java.util.stream=ALL-UNNAMED}. */
    boolean isExpression(int value) {
        int end = Bytes.runEnd(text, value, Math.min(to, value + LONGEST_VALUE), Bytes.HOST);
        return end > value
                && (end - value < SHORTEST_JOINED || (Bytes.any(text, value, end) & (Bytes.LOWER | Bytes.DIGIT)) == 0);
    }

    /** Whether a sentence begins with a word of the language, {@code cluster: re-use the port}. */
    boolean isSentence(int value) {
        int end = Bytes.runEnd(text, value, Math.min(to, value + LONGEST_VALUE), Bytes.HOST);
        return end + 1 < to
                && end > value
                && text[end] == ' '
                && Bytes.is(text[end + 1], Bytes.LETTER)
                && Compounds.is(text, value, end);
    }

    /** Whether it is a list of the {@code users} of just any program: what hyphens join is still a name there. */
    boolean isPeople(int keyEnd, int value) {
        int word = keyEnd - USERS.length();
        return value < to
                && text[value] == '['
                && word >= from
                && Bytes.at(text, word, keyEnd, USERS)
                && Boundary.before(text, from, word)
                && !Words.joined(text, value, to);
    }

    /** Whether the key is a variable of an environment. */
    boolean isVariable(int keyEnd) {
        return keyEnd < to && text[keyEnd] == '=' && Bytes.is(text[keyEnd - 1], Bytes.UPPER);
    }

    /**
     * Whether the value is all there is behind a variable of an environment or behind the first key of a line, so that a
     * plain word is a name there. A key that is a plain word itself may be anything.
     */
    boolean isAlone(IdentifierType type, int keyEnd, int value) {
        if (keyEnd >= to || (text[keyEnd] != '=' && text[keyEnd] != ':')) {
            return false;
        }
        int key = keyEnd;
        while (key > from && keyEnd - key < LONGEST_KEY && Bytes.is(text[key - 1], Bytes.WORD | Bytes.HOST)) {
            key--;
        }
        boolean compound = Words.compound(text, key, keyEnd);
        boolean person = type == IdentifierType.IAMUSER || type == IdentifierType.ROLE;
        int end = Bytes.runEnd(text, value, Math.min(to, value + LONGEST_VALUE), Bytes.NAME);
        if (type == IdentifierType.IAMUSER && text[keyEnd] == '=' && CommandLine.shorthand(text, from, keyEnd) >= 0) {
            return end - value >= 2;
        }
        boolean line = end >= to || text[end] == '\n' || text[end] == '\r' || comment(end);
        boolean setting = isVariable(keyEnd) || (type == IdentifierType.DBNAME && text[keyEnd] == '=');
        boolean word = setting
                ? value == keyEnd + 1 && (compound || !person) && (line || " \";:\\".indexOf(text[end]) >= 0)
                : line
                        && value > keyEnd + 1
                        && text[keyEnd] == ':'
                        && (compound || (yaml.member(keyEnd) != null && !person))
                        && yaml.column(keyEnd) >= 0;
        return word && end - value >= 2 && !Bytes.at(text, end - GOES_ON.length(), end, GOES_ON);
    }

    /** Whether it is the code of an error that a message goes on with, {@code creating the bucket: BucketAlreadyExists: …}. */
    boolean isErrorCode(int value) {
        return ErrorCodes.is(
                text, value, Bytes.runEnd(text, value, Math.min(to, value + LONGEST_KEY), Bytes.LETTER), to);
    }

    /** Whether nothing but a remark follows, {@code REPOSITORY: lantern # where images go}. */
    private boolean comment(int at) {
        int i = at;
        while (i < to && i - at < LONGEST_PHRASE && text[i] == ' ') {
            i++;
        }
        return i > at && i < to && text[i] == '#';
    }

    /**
     * Whether the value is the key once more, as in {@code tableName: tableName}: a variable or a word to be replaced. A
     * secret in quotes may be a bad one.
     */
    boolean isRepeated(IdentifierType type, int keyEnd, int value) {
        int start = value;
        while (start < to && start - value < MOST_QUOTES && Bytes.is(text[start], Bytes.QUOTE) && text[start] != ' ') {
            start++;
        }
        if (start >= to || !Bytes.is(text[start], Bytes.LETTER) || (start > value && type.secret())) {
            return false;
        }
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_KEY), Bytes.WORD);
        if (end < to && (start > value ? !Bytes.is(text[end], Bytes.QUOTE) : JOINTS.indexOf(text[end]) >= 0)) {
            return false;
        }
        int key = keyEnd - (end - start);
        boolean same = key >= from && Boundary.before(text, from, key) && Words.same(text, key, keyEnd, start, end);
        boolean words = start == value || LAST_OF_MEMBERS.contains(text, lastWord(start, end), end);
        return same || (words && !type.secret() && repeatsWords(keyEnd, start, end));
    }

    /**
     * Whether no secret stands under the key of one but where something lies: a path, an attribute of a program, an access
     * key id, the sources that {@code nsswitch.conf} lists.
     */
    boolean isNoSecret(IdentifierType type, int keyEnd, int value) {
        if (!type.secret() || type == IdentifierType.COOKIE) {
            return false;
        }
        int start = value;
        while (start < to && start - value < MOST_QUOTES && Bytes.is(text[start], Bytes.QUOTE)) {
            start++;
        }
        int end = start;
        while (end < to
                && end - start < LONGEST_VALUE
                && (Bytes.is(text[end], Bytes.HOST) || text[end] == '/' || text[end] == '~')) {
            end++;
        }
        boolean ended = end >= to || text[end] <= ' ' || Attributes.ENDS.has(text[end]);
        if (type == IdentifierType.APIKEY && isScope(start)) {
            return true;
        }
        boolean bare = start == value;
        boolean whole = end >= to || (ended && (text[end] != ' ' || (bare && text[keyEnd] == '=')));
        boolean id = type == IdentifierType.APIKEY
                && (Bytes.at(text, start, end, "AKIA") || Bytes.at(text, start, end, "ASIA"));
        return id
                || (whole && Attributes.isPath(text, start, end))
                || (whole && bare && Attributes.is(keys, type, text, start, end))
                || (bare && isListOfSources(keyEnd, start));
    }

    /** Whether it is the scope of a signature, {@code x/20240126/us-east-1/sqs/aws4_request}, which names a key at most. */
    private boolean isScope(int start) {
        int end = start;
        while (end < to && end - start < LONGEST_VALUE && (Bytes.is(text[end], Bytes.NAME) || text[end] == '%')) {
            end++;
        }
        return Bytes.at(text, Math.max(start, end - SCOPE.length()), end, SCOPE);
    }

    /** Whether the line is {@code passwd: files systemd}. */
    private boolean isListOfSources(int keyEnd, int value) {
        int word = keyEnd - SOURCES_OF.length();
        if (word < from || text[keyEnd] != ':' || !Bytes.at(text, word, keyEnd, SOURCES_OF)) {
            return false;
        }
        int at = value;
        while (at < to && at - value < LONGEST_VALUE && text[at] > ' ') {
            int end = Bytes.runEnd(text, at, to, Bytes.LOWER);
            if (!SOURCES.contains(text, at, end)) {
                return false;
            }
            at = end < to && text[end] == ' ' ? end + 1 : end;
        }
        return at > value;
    }

    private int lastWord(int start, int end) {
        int word = end - 1;
        while (word > start && Bytes.is(text[word], Bytes.LOWER) && text[word - 1] != '_') {
            word--;
        }
        return word;
    }

    /** Whether several words with nothing around them end the key too: {@code "ClusterSubnetGroup": subnet_group}. */
    private boolean repeatsWords(int keyEnd, int start, int end) {
        boolean joint = false;
        int k = keyEnd;
        for (int v = end; v > start; v--) {
            byte b = text[v - 1];
            if (b == '_') {
                joint = true;
                continue;
            }
            joint |= v - 1 > start && Bytes.is(b, Bytes.UPPER) && Bytes.is(text[v - 2], Bytes.LOWER);
            while (k > from && text[k - 1] == '_') {
                k--;
            }
            if (k <= from || (text[k - 1] | 32) != (b | 32)) {
                return false;
            }
            k--;
        }
        return joint;
    }
}
