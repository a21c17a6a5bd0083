package io.awsmasker.detect;

/**
 * Users and databases that a connection names by their place: {@code postgres://user:password@host/database} and the
 * accounts of MySQL, {@code 'user'@'host'}. Reads a bounded way to either side.
 */
final class DatabaseLogins {
    private static final int LONGEST_SCHEME = 24;
    private static final int LONGEST = 256;
    private static final WordTable SCHEMES = new WordTable(Words.set(
            "postgres postgresql mysql mysqlx mariadb mongodb redshift mssql sqlserver oracle cockroachdb amqp amqps "
                    + "psql pgsql clickhouse"));
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
    static void ofUrl(byte[] text, int from, int colon, int user, int password, int at, int to, Candidates found) {
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

    /** Adds the user of {@code 'user'@'host'}, whose at sign stands at {@code at} between two quotes. */
    static void ofMysql(byte[] text, int from, int at, int to, Candidates found) {
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
