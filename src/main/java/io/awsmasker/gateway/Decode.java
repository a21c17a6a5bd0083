package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes plain JSON bytes of a body, or refuses it: a body that nobody here can read would leave unmasked. Compressed bodies
 * are bounded by what they become, not by what they are.
 */
final class Decode {
    private static final Pattern JSON = Pattern.compile(
            "(?i)\\s*application/json\\s*(;\\s*charset\\s*=\\s*\"?(utf-?8|us-ascii|ascii)\"?\\s*)?;?\\s*");
    private static final int MOST_CODINGS = 3;

    private Decode() {}

    /** Refuses what does not say that it is JSON in UTF-8, or comes in a coding that is not understood. */
    static void check(HttpServerRequest request) {
        List<String> types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1 || !JSON.matcher(types.get(0)).matches()) {
            throw new Refusal(
                    ErrorCode.CONTENT_NOT_MASKABLE,
                    "the content-type must be application/json, in utf-8 if it names a charset");
        }
        checkCodings(request);
    }

    /** Refuses a body in a coding that is not understood. */
    static void checkCodings(HttpServerRequest request) {
        codings(request);
    }

    /** Refuses a body in any coding: what is masked while it is read must come plain. */
    static void checkPlain(HttpServerRequest request) {
        if (isPacked(request)) {
            throw new Refusal(
                    ErrorCode.CONTENT_NOT_MASKABLE, "a batch must come without a content-encoding; send it plain");
        }
    }

    static boolean isPacked(HttpServerRequest request) {
        return !codings(request).isEmpty();
    }

    /**
     * The bytes behind the content codings, of which the last is undone first; costs time in proportion to them.
     *
     * @param growth is told how many bytes there are so far, and may refuse more by throwing
     */
    static byte[] plain(HttpServerRequest request, byte[] body, LongConsumer growth) {
        List<ContentCoding> codings = codings(request);
        byte[] plain = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            plain = codings.get(i).undone(plain, RequestBody.MAX_BODY, growth);
        }
        return plain;
    }

    private static List<ContentCoding> codings(HttpServerRequest request) {
        List<ContentCoding> codings = request.headers().getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("identity"))
                .map(ContentCoding::named)
                .toList();
        if (codings.size() > MOST_CODINGS) {
            throw ContentCoding.notUnderstood();
        }
        return codings;
    }
}
