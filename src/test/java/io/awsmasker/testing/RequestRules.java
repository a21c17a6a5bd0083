package io.awsmasker.testing;

import io.vertx.core.MultiMap;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a well-bred proxy sends: the API is lenient about most of this, so the fake only notes it. */
final class RequestRules {
    private static final Set<String> FORBIDDEN = Set.of(
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade",
            "http2-settings",
            "expect",
            "cookie",
            "forwarded",
            "via",
            "origin",
            "referer",
            "x-real-ip",
            "baggage",
            "tracestate",
            "content-encoding");

    private RequestRules() {}

    /** The rules that a request breaks, without the values that break them. */
    static List<String> broken(Received received) {
        List<String> broken = new ArrayList<>();
        MultiMap headers = received.headers();
        for (String name : headers.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (FORBIDDEN.contains(lower) || lower.startsWith("x-forwarded-")) {
                broken.add("header " + lower + " belongs to another hop");
            }
        }
        headers.getAll("connection").stream()
                .filter(value -> !value.equalsIgnoreCase("keep-alive"))
                .forEach(value -> broken.add("header connection names other headers or closes"));
        if (headers.getAll("x-api-key").size() + headers.getAll("authorization").size() != 1) {
            broken.add("not exactly one of x-api-key and authorization");
        }
        if (headers.getAll("anthropic-version").size() != 1) {
            broken.add("not exactly one anthropic-version");
        }
        framing(received, broken);
        return broken;
    }

    private static void framing(Received received, List<String> broken) {
        MultiMap headers = received.headers();
        List<String> lengths = headers.getAll("content-length");
        List<String> codings = headers.getAll("transfer-encoding");
        if (lengths.size() + codings.size() > 1) {
            broken.add("framed twice");
        }
        if (!codings.isEmpty() && !codings.equals(List.of("chunked"))) {
            broken.add("transfer-encoding is not chunked alone");
        }
        if (!lengths.isEmpty()
                && !lengths.get(0).equals(String.valueOf(received.body().length()))) {
            broken.add("content-length is not the length");
        }
        boolean form = received.method().equals("POST") && received.path().matches("/v1/(files|skills)(/.*)?");
        if (form) {
            List<String> types = headers.getAll("content-type");
            if (types.size() != 1 || !types.get(0).matches("multipart/form-data; boundary=[a-z]{20,70}")) {
                broken.add("content-type is not a form with a boundary of the gateway");
            }
        } else if (received.path().endsWith("/cancel")) {
            if (received.body().length() > 0) {
                broken.add("cancel with a body");
            }
        } else if (received.method().equals("POST")) {
            List<String> types = headers.getAll("content-type");
            if (types.size() != 1 || !types.get(0).matches("(?i)application/json(; *charset=utf-8)?")) {
                broken.add("content-type is not application/json in UTF-8");
            }
            utf8(received, broken);
        } else if (received.body().length() > 0) {
            broken.add(received.method() + " with a body");
        }
    }

    private static void utf8(Received received, List<String> broken) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(received.body().getBytes()));
        } catch (CharacterCodingException e) {
            broken.add("body is not UTF-8");
        }
    }
}
