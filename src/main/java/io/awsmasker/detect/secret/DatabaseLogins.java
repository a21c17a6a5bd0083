package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * Users and databases that a connection names by their place: {@code postgres://user:password@host/database} and the
 * accounts of MySQL, {@code 'user'@'host'}. Reads a bounded way to either side.
 */
public final class DatabaseLogins {
    private static final int LONGEST_SCHEME = 24;
    private static final int LONGEST = 256;
    private static final WordTable SCHEMES = new WordTable(Words.set(
            "postgres postgresql mysql mysqlx mariadb mongodb redshift mssql sqlserver oracle cockroachdb amqp amqps "
                    + "psql pgsql clickhouse"));
    private static final String OF_RDS = "rds";
    private static final Marks ENDS = Marks.of("\"'`<>\\?;,)& ");

    private DatabaseLogins() {}

    /**
     * Adds the user and the database of the URL whose scheme ends at {@code colon}, if they are more than a plain word,
     * which a service and its database mostly are called by.
     *
     * @param user where the user begins
     * @param password where the colon in front of the password stands
     * @param at where the at sign stands
     */
    public static void ofUrl(
            byte[] text, int from, int colon, int user, int password, int at, int to, Candidates found) {
        int start = colon;
        int first = colon;
        while (start > from
                && colon - start < LONGEST_SCHEME
                && (Bytes.is(text[start - 1], Bytes.LETTER) || text[start - 1] == '+')) {
            start--;
            first = text[start] == '+' ? start : first;
        }
        if (!SCHEMES.contains(text, start, first)) {
            return;
        }
        Names.propose(text, user, password, false, IdentifierType.DBUSER, found);
        int host = at + 1;
        while (host < to && host - at < LONGEST && text[host] > ' ' && text[host] != '/' && !ENDS.has(text[host])) {
            host++;
        }
        if (host < to && text[host] == '/') {
            int end = Bytes.runEnd(text, host + 1, Math.min(to, host + LONGEST), Bytes.WORD | Bytes.HOST);
            if (end == to || text[end] <= ' ' || ENDS.has(text[end])) {
                Names.propose(text, host + 1, end, false, IdentifierType.DBNAME, found);
            }
        }
    }

    /**
     * Adds the user and the database of {@code 10.0.3.17(51234):user@database:[8741]:LOG:}, as RDS begins the lines of
     * PostgreSQL's log, whose at sign stands at {@code at}. The address in front and the process behind leave no doubt, so
     * that plain words count too, but not those of every database nor the users of RDS itself.
     */
    public static void ofPostgresLog(byte[] text, int from, int at, int to, Candidates found) {
        int end = Bytes.runEnd(text, at + 1, Math.min(to, at + LONGEST), Bytes.HOST);
        if (!Bytes.at(text, end, to, ":[") || end + 2 >= to || !Bytes.is(text[end + 2], Bytes.DIGIT)) {
            return;
        }
        int start = at;
        while (start > from && at - start < LONGEST_SCHEME * 2 && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        boolean address = start - 1 > from && text[start - 1] == ':' && text[start - 2] == ')';
        if (address && !Bytes.at(text, start, at, OF_RDS)) {
            Names.propose(text, start, at, !Words.common(text, start, at), IdentifierType.DBUSER, found);
            Names.propose(text, at + 1, end, !Words.common(text, at + 1, end), IdentifierType.DBNAME, found);
        }
    }

    /** Adds the user of {@code 'user'@'host'}, whose at sign stands at {@code at} between two quotes. */
    public static void ofMysql(byte[] text, int from, int at, int to, Candidates found) {
        byte quote = text[at - 1];
        int start = at - 1;
        while (start > from && at - start < LONGEST_SCHEME * 2 && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        if (start > from && text[start - 1] == quote) {
            Names.propose(text, start, at - 1, true, IdentifierType.DBUSER, found);
        }
    }
}
