package io.awsmasker.detect.command;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.value.Arguments;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.util.List;

/**
 * Passwords behind options of one letter, whose meaning only the command in front tells: {@code curl -u ana:x},
 * {@code mysql -px}, {@code sshpass -p x}, {@code redis-cli -a x}. Reads a bounded way back along the line.
 */
public final class ShortOptions {
    private static final Marks ENDS = Marks.of("\"'\\`|;");
    private static final Marks COMMAND_STARTS = Marks.of(" /\n\"'`(|");
    private static final int BACK = 96;
    private static final int LONGEST = 256;

    private static final List<String> WITH_USER = List.of("curl", "wget", "http", "ldapsearch");
    private static final List<String> GLUED = List.of("mysql", "mariadb", "mycli", "sshpass");
    private static final List<String> SEPARATE =
            List.of("sshpass", "login", "mongo", "sqlcmd", "mssql", "ldap", "twine", "zip", "7z", "influx");

    private static final List<String> POSTGRES = List.of("psql", "pg_", "createdb", "dropdb", "vacuumdb");
    private static final List<String> MYSQL = List.of("mysql", "mariadb", "mycli");

    private static final List<String> OF_LDAP =
            List.of("ldapsearch", "ldapmodify", "ldapadd", "ldapdelete", "ldapwhoami");
    /** Commands whose {@code --user} is no account: it says for whom something is installed or run. */
    private static final List<String> OF_SYSTEM =
            List.of("pip", "systemctl", "journalctl", "loginctl", "systemd-run", "flatpak", "gem", "sudo", "runuser");

    private static final WordTable STORES = new WordTable(Words.set("storepass keypass srcstorepass"));
    private static final int LONGEST_WORD = 16;

    private ShortOptions() {}

    /** Adds the secret of the option whose hyphen stands at {@code dash} behind a space or, in a list of texts, a quote. */
    public static void find(byte[] text, int from, int dash, int to, Candidates found) {
        byte letter = text[dash + 1];
        int behind = dash + 2;
        int next = behind < to && (text[behind] == ' ' || text[behind] == '=')
                ? behind + 1
                : text[dash - 1] == ' ' ? -1 : Arguments.second(text, behind, to);
        boolean separate = next >= 0;
        if (letter == 'u' && (separate || behind < to) && command(text, from, dash, WITH_USER)) {
            credentials(text, separate ? next : behind, to, found);
        } else if (letter == 'u' && separate && command(text, from, dash, MYSQL)) {
            name(text, next, to, IdentifierType.DBUSER, found);
        } else if (letter == 'p' && !separate && command(text, from, dash, GLUED)) {
            password(text, behind, to, found);
        } else if ((letter == 'p' || letter == 'P') && separate && command(text, from, dash, SEPARATE)) {
            password(text, next, to, found);
        } else if (letter == 'a' && separate && command(text, from, dash, List.of("redis-cli"))) {
            password(text, next, to, found);
        } else if (letter == 'w' && separate && command(text, from, dash, OF_LDAP)) {
            password(text, next, to, found);
        } else if (letter == 'U' && separate && command(text, from, dash, POSTGRES)) {
            name(text, next, to, IdentifierType.DBUSER, found);
        } else if (letter == 'd' && separate && command(text, from, dash, POSTGRES)) {
            name(text, next, to, IdentifierType.DBNAME, found);
        } else if (letter == 'p' && Bytes.at(text, dash, to, "-pass")) {
            source(text, dash, to, found);
        } else if ((letter == 's' || letter == 'k') && !separate) {
            stored(text, dash, to, found);
        }
    }

    /** Whether the {@code --user} at {@code dash} belongs to such a command. */
    static boolean ofSystem(byte[] text, int from, int dash) {
        return command(text, from, dash, OF_SYSTEM);
    }

    private static void name(byte[] text, int at, int to, IdentifierType type, Candidates found) {
        int start = Arguments.behindQuote(text, at, to);
        Names.propose(text, start, Bytes.runEnd(text, start, to, Bytes.HOST), false, type, found);
    }

    /** Adds the password of OpenSSL's {@code -passin pass:x}. */
    private static void source(byte[] text, int dash, int to, Candidates found) {
        int space = Bytes.runEnd(text, dash + 1, Math.min(to, dash + LONGEST_WORD), Bytes.LOWER);
        if (Bytes.at(text, space, to, " pass:")) {
            password(text, space + " pass:".length(), to, found);
        }
    }

    /** Adds the password of Java's {@code -storepass x} and {@code -keypass x}. */
    private static void stored(byte[] text, int dash, int to, Candidates found) {
        int space = Bytes.runEnd(text, dash + 1, Math.min(to, dash + LONGEST_WORD), Bytes.LOWER);
        if (space < to && text[space] == ' ' && STORES.contains(text, dash + 1, space)) {
            password(text, space + 1, to, found);
        }
    }

    /** Adds the password of {@code user:password}. */
    static void credentials(byte[] text, int at, int to, Candidates found) {
        int start = Arguments.behindQuote(text, at, to);
        int colon = start;
        while (colon < to && colon - start < LONGEST && text[colon] > ' ' && text[colon] != ':' && text[colon] != '/') {
            colon++;
        }
        if (colon > start && colon < to && text[colon] == ':') {
            propose(text, colon + 1, valueEnd(text, colon + 1, to, at, start), found);
        }
    }

    private static void password(byte[] text, int at, int to, Candidates found) {
        int start = Arguments.behindQuote(text, at, to);
        propose(text, start, valueEnd(text, start, to, at, start), found);
    }

    private static void propose(byte[] text, int start, int end, Candidates found) {
        if (end - start >= 4 && "$<{-/[%".indexOf(text[start]) < 0 && !Words.constant(text, start, end)) {
            found.name(IdentifierType.PASSWORD, start, end);
        }
    }

    /** Where the value ends; a quote may stand between {@code at} and {@code behindQuote}. */
    private static int valueEnd(byte[] text, int start, int to, int at, int behindQuote) {
        byte quote = behindQuote > at ? text[behindQuote - 1] : 0;
        boolean escaped = behindQuote > at + 1;
        int end = start;
        int limit = Math.min(to, start + LONGEST);
        while (end < limit
                && (quote != 0 ? text[end] != quote && text[end] != '\n' : text[end] > ' ' && !ENDS.has(text[end]))) {
            end++;
        }
        while (escaped && end > start && text[end - 1] == '\\') {
            end--;
        }
        return end;
    }

    private static boolean command(byte[] text, int from, int dash, List<String> names) {
        for (int i = dash - 1; i >= from && dash - i < BACK && text[i] != '\n' && text[i] != ';'; i--) {
            if (i == from || COMMAND_STARTS.has(text[i - 1])) {
                for (String name : names) {
                    if (Bytes.at(text, i, dash, name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
