package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import java.util.Base64;

/** Credentials of HTTP's Authorization header: {@code Bearer …} and {@code Basic …}. */
public final class Bearers {
    private static final Marks TOKEN_MARKS = Marks.of(".~+/-=");
    private static final int SHORTEST = 16;

    /** Of {@code a:bcd} in base64. */
    private static final int SHORTEST_PAIR = 8;

    private Bearers() {}

    public static void find(byte[] text, int from, int at, int to, Candidates found) {
        if (at + 1 >= to || "eaY".indexOf(text[at + 1]) < 0 || !Boundary.before(text, from, at)) {
            return;
        }
        if (Bytes.at(text, at, to, "Bearer ")) {
            bearer(text, from, at, at + 7, to, found);
        } else if (Bytes.at(text, at, to, "Basic ")) {
            basic(text, at + 6, to, found);
        } else {
            Logins.ofSql(text, from, at, to, found);
        }
    }

    private static void bearer(byte[] text, int from, int at, int start, int to, Candidates found) {
        int end = start;
        boolean digit = false;
        while (end < to && (Bytes.is(text[end], Bytes.WORD) || TOKEN_MARKS.has(text[end]))) {
            digit |= Bytes.is(text[end], Bytes.DIGIT);
            end++;
        }
        int header = at;
        while (header > from
                && at - header < 8
                && (Bytes.is(text[header - 1], Bytes.QUOTE) || text[header - 1] == ':')) {
            header--;
        }
        boolean authorization = Bytes.at(text, header - 12, header, "uthorization");
        if (end - start >= SHORTEST && (digit || authorization)) {
            found.shape(IdentifierType.BEARER, start, end);
        }
    }

    /** User and password in base64, which is what decodes to a text with a colon. */
    private static void basic(byte[] text, int start, int to, Candidates found) {
        int end = start;
        while (end < to && (Bytes.is(text[end], Bytes.ALNUM) || text[end] == '+' || text[end] == '/')) {
            end++;
        }
        int padded = end;
        while (padded < to && padded - end < 2 && text[padded] == '=') {
            padded++;
        }
        if (end - start >= SHORTEST_PAIR && end - start <= 1024 && (end - start) % 4 != 1 && pair(text, start, end)) {
            found.shape(IdentifierType.BEARER, start, padded);
        }
    }

    private static boolean pair(byte[] text, int start, int end) {
        byte[] base64 = new byte[end - start];
        System.arraycopy(text, start, base64, 0, base64.length);
        boolean colon = false;
        for (byte b : Base64.getDecoder().decode(base64)) {
            if (b >= 0 && b < ' ') {
                return false;
            }
            colon |= b == ':';
        }
        return colon;
    }
}
