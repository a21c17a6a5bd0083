package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Placeholders;
import java.util.List;

/**
 * Passwords whose place in a line is all that tells of them: in {@code .pgpass} and {@code .netrc}, in the commands of
 * Oracle and in the accounts of SQL. Reads a bounded way along the line.
 */
public final class Logins {
    private static final int LONGEST_FIELD = 128;
    private static final int LONGEST_LINE = 256;
    private static final int MOST_BLANKS = 64;
    private static final int SHORTEST = 4;
    private static final Marks BLANKS = Marks.of(" \n\t");
    private static final Marks ENDS = Marks.of("\"'`;,)<>\\");
    private static final String IDENTIFIED = "IDENTIFIED ";
    private static final String BY = "BY '";
    private static final String PASSWORD = "password";
    private static final String LOGIN = "login";
    private static final String THIN = "jdbc:oracle:thin:";
    private static final List<String> COMMANDS =
            List.of("sqlplus", "sqlldr", "sqlcl", "expdp", "impdp", "rman", "connect", "CONNECT", "conn", "CONN");

    private Logins() {}

    /** Adds the password of {@code host:port:database:user:password}, whose first colon stands at {@code colon}. */
    public static void ofPostgres(byte[] text, int from, int colon, int to, Candidates found) {
        int port = Bytes.runEnd(text, colon + 1, Math.min(to, colon + 7), Bytes.DIGIT);
        if (port - colon < 5 || port >= to || text[port] != ':') {
            return;
        }
        int database = fieldEnd(text, port + 1, to);
        int user = database < to && text[database] == ':' ? fieldEnd(text, database + 1, to) : to;
        int host = colon;
        while (host > from
                && colon - host < LONGEST_LINE
                && (Bytes.is(text[host - 1], Bytes.HOST) || text[host - 1] == '*')) {
            host--;
        }
        boolean line = host < colon
                && (host == from || text[host - 1] == '\n' || text[host - 1] == '\'' || text[host - 1] == '"');
        if (!line || user >= to || text[user] != ':' || database == port + 1 || user == database + 1) {
            return;
        }
        int end = user + 1;
        while (end < to && end - user < LONGEST_LINE && text[end] > ' ' && "'\":\\".indexOf(text[end]) < 0) {
            end++;
        }
        boolean last = end >= to || text[end] == '\n' || text[end] == '\r' || text[end] == '\'' || text[end] == '"';
        if (last && end - user > SHORTEST && text[user + 1] != '/' && text[user + 1] != '$' && text[user + 1] != '<') {
            found.name(IdentifierType.PASSWORD, user + 1, end);
        }
    }

    /** Adds the password of {@code IDENTIFIED BY 'x'}, whose {@code BY} stands at {@code by}. */
    static void ofSql(byte[] text, int from, int by, int to, Candidates found) {
        int word = by - IDENTIFIED.length();
        if (word < from || !Bytes.at(text, word, to, IDENTIFIED + BY)) {
            return;
        }
        int start = by + BY.length();
        int end = start;
        while (end < Math.min(to, start + LONGEST_FIELD) && text[end] != '\'' && text[end] >= ' ') {
            end++;
        }
        if (end < to
                && text[end] == '\''
                && end - start >= SHORTEST
                && !Placeholders.expression(text, start, end)
                && !Placeholders.word(text, start, end)) {
            found.name(IdentifierType.PASSWORD, start, end);
        }
    }

    /**
     * Adds the password of {@code login x password y}, the words of {@code .netrc}: whatever stands there is one.
     *
     * @param end where the word {@code password} ends, if it is that one
     * @return whether there is one
     */
    static boolean ofNetrc(byte[] text, int from, int end, int to, Candidates found) {
        int user = blanksBefore(text, from, end - PASSWORD.length());
        int word = wordBefore(text, from, user);
        int login = blanksBefore(text, from, word);
        boolean netrc = Bytes.at(text, end - PASSWORD.length(), end, PASSWORD)
                && word < user
                && login < word
                && login - LOGIN.length() >= from
                && Bytes.at(text, login - LOGIN.length(), login, LOGIN)
                && Boundary.before(text, from, login - LOGIN.length());
        int start = end + 1;
        int stop = start;
        while (netrc && stop < to && stop - start < LONGEST_FIELD && text[stop] > ' ' && !ENDS.has(text[stop])) {
            stop++;
        }
        if (stop - start < SHORTEST || (stop < to && text[stop] > ' ') || Placeholders.word(text, start, stop)) {
            return false;
        }
        found.name(IdentifierType.PASSWORD, start, stop);
        return true;
    }

    private static int blanksBefore(byte[] text, int from, int at) {
        int start = at;
        while (start > from && at - start < MOST_BLANKS && BLANKS.has(text[start - 1])) {
            start--;
        }
        return start;
    }

    private static int wordBefore(byte[] text, int from, int at) {
        int start = at;
        while (start > from && at - start < LONGEST_FIELD && text[start - 1] > ' ') {
            start--;
        }
        return start;
    }

    /** Where a field ends that is a name or a star. */
    private static int fieldEnd(byte[] text, int at, int to) {
        if (at < to && text[at] == '*') {
            return at + 1;
        }
        return Bytes.runEnd(text, at, Math.min(to, at + LONGEST_FIELD), Bytes.HOST);
    }

    /** Adds the password of {@code user:password@tcp(host)/database}, as drivers of Go take it; the at sign stands at {@code at}. */
    public static void ofGo(byte[] text, int from, int at, int to, Candidates found) {
        if (!Bytes.at(text, at, to, "@tcp(") && !Bytes.at(text, at, to, "@unix(")) {
            return;
        }
        int colon = -1;
        for (int i = at - 1; i >= from && at - i < LONGEST_LINE && text[i] > ' ' && !ENDS.has(text[i]); i--) {
            colon = text[i] == ':' ? i : colon;
        }
        if (colon >= 0 && at - colon > SHORTEST) {
            propose(text, colon + 1, at, found);
        }
    }

    private static void propose(byte[] text, int start, int end, Candidates found) {
        if ("$%<{*".indexOf(text[start]) < 0 && !Placeholders.word(text, start, end)) {
            found.name(IdentifierType.PASSWORD, start, end);
        }
    }

    /** Adds the password of {@code user/password@database} behind a command for it; the at sign stands at {@code at}. */
    public static void ofOracle(byte[] text, int from, int at, int to, Candidates found) {
        int slash = at;
        while (slash > from && at - slash < LONGEST_FIELD && text[slash] != '/' && text[slash] > ' ') {
            slash--;
        }
        int user = slash;
        while (user > from && slash - user < LONGEST_FIELD && Bytes.is(text[user - 1], Bytes.HOST)) {
            user--;
        }
        if (text[slash] != '/' || user == slash || at - slash <= SHORTEST || at + 1 >= to || text[at + 1] <= ' ') {
            return;
        }
        int driver = user - THIN.length();
        if (driver >= from && Bytes.at(text, driver, user, THIN)) {
            propose(text, slash + 1, at, found);
            return;
        }
        int command = user - 1;
        for (int i = command; i > from && user - i < LONGEST_FIELD && text[i] != '\n'; i--) {
            for (String name : COMMANDS) {
                int start = i - name.length();
                if (text[i] == ' '
                        && start >= from
                        && Bytes.at(text, start, i, name)
                        && Boundary.before(text, from, start)
                        && !Placeholders.word(text, slash + 1, at)) {
                    found.name(IdentifierType.PASSWORD, slash + 1, at);
                    return;
                }
            }
        }
    }
}
