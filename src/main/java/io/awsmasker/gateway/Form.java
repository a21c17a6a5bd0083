package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.FormPart;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads an uploaded form (RFC 7578) to the byte, in memory. A decoder that repairs what it reads would mask another text than
 * its sender wrote, and cut a file at what only looks like a boundary; so what is not clear is refused here.
 */
final class Form {
    private static final String MULTIPART = "multipart/form-data";
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final int MOST_PARTS = 1_000;
    private static final int BOUNDARY_LETTERS = 32;

    private final byte[] body;
    private final byte[] delimiter;

    /** The line end that belongs to a boundary stands in front of the first one too. */
    private Form(byte[] body, String boundary) {
        this.body = new byte[LINE_END.length + body.length];
        System.arraycopy(LINE_END, 0, this.body, 0, LINE_END.length);
        System.arraycopy(body, 0, this.body, LINE_END.length, body.length);
        this.delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
    }

    /** Refuses what does not say that it is a form, or comes in a coding that is not understood. */
    static void check(HttpServerRequest request) {
        List<String> types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1 || !types.get(0).toLowerCase(Locale.ROOT).startsWith(MULTIPART)) {
            throw new Refusal(
                    ErrorCode.CONTENT_NOT_MASKABLE, "the content-type must be multipart/form-data with a boundary");
        }
        Decode.checkCodings(request);
    }

    /** The parts of a form; fails with a {@link Refusal} when it is none. */
    static List<FormPart> parts(String contentType, byte[] body) {
        FormHeader type = FormHeader.of(contentType);
        String boundary = type.is(MULTIPART) ? type.parameter("boundary") : null;
        if (boundary == null || boundary.isEmpty()) {
            throw FormHeader.broken("the content-type names no boundary");
        }
        return new Form(body, boundary).parts();
    }

    private List<FormPart> parts() {
        if (boundary(0) != 0) {
            throw FormHeader.broken("the body does not begin with the boundary that the content-type names");
        }
        List<FormPart> parts = new ArrayList<>();
        int at = delimiter.length;
        while (!closes(at)) {
            int head = lineEnd(at);
            int blank = find(HEAD_END, head - LINE_END.length);
            int next = blank < 0 ? -1 : boundary(blank + LINE_END.length);
            if (next < 0 || parts.size() == MOST_PARTS) {
                throw FormHeader.broken("a part has no end, or there are more than " + MOST_PARTS);
            }
            String lines = blank < head ? "" : new String(body, head, blank - head, UTF_8);
            int content = blank + HEAD_END.length;
            parts.add(FormHeader.part(lines, Arrays.copyOfRange(body, content, Math.max(content, next))));
            at = next + delimiter.length;
        }
        if (parts.isEmpty() || !new String(body, at + 2, body.length - at - 2, ISO_8859_1).isBlank()) {
            throw FormHeader.broken("the form has no part, or something follows its last boundary");
        }
        return parts;
    }

    /** The next boundary that is a line of its own; a line that only begins like one is content. */
    private int boundary(int from) {
        int found = find(delimiter, from);
        while (found >= 0 && lineEnd(found + delimiter.length) < 0 && !closes(found + delimiter.length)) {
            found = find(delimiter, found + 1);
        }
        return found;
    }

    private boolean closes(int at) {
        boolean hyphens = at + 2 <= body.length && body[at] == '-' && body[at + 1] == '-';
        return hyphens && (at + 2 == body.length || lineEnd(at + 2) >= 0);
    }

    /** Behind the line end that follows here, perhaps after white space, or -1 when other bytes do. */
    private int lineEnd(int from) {
        int end = from;
        while (end < body.length && (body[end] == ' ' || body[end] == '\t')) {
            end++;
        }
        return stands(LINE_END, end) ? end + LINE_END.length : -1;
    }

    private int find(byte[] what, int from) {
        for (int i = from; i <= body.length - what.length; i++) {
            if (body[i] == what[0] && stands(what, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean stands(byte[] what, int at) {
        return at + what.length <= body.length && Arrays.equals(body, at, at + what.length, what, 0, what.length);
    }

    /** A boundary of letters, so that nothing in it looks like an identifier, and too long to be met by chance. */
    static String boundary() {
        StringBuilder boundary = new StringBuilder();
        new SecureRandom().ints(BOUNDARY_LETTERS, 'a', 'z' + 1).forEach(boundary::appendCodePoint);
        return boundary.toString();
    }

    /** The content type of a form with this boundary. */
    static String contentType(String boundary) {
        return MULTIPART + "; boundary=" + boundary;
    }
}
