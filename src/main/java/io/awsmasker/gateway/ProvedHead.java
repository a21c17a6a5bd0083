package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A method, a target and headers that may leave. Nobody can make any but by having them searched. */
final class ProvedHead {
    private final HttpMethod method;
    private final String target;
    private final MultiMap headers;

    private ProvedHead(HttpMethod method, String target, MultiMap headers) {
        this.method = method;
        this.target = target;
        this.headers = headers;
    }

    /**
     * What may leave of a request's head: of the headers that may pass, one with an identifier in it is left out.
     *
     * @throws Refusal if the target holds an identifier
     */
    static ProvedHead of(Exchange exchange, OutgoingText outgoingText) {
        HttpServerRequest request = exchange.request();
        String target = target(request);
        checkEscapes(target);
        List<Map.Entry<String, String>> passing = HeaderPolicy.request(request.headers());
        List<String> texts = new ArrayList<>();
        texts.add(PercentDecoding.all(target));
        passing.forEach(header -> texts.add(header.getKey() + ": " + PercentDecoding.all(header.getValue())));
        BitSet unclean = outgoingText.unclean(texts, exchange.concealed());
        if (unclean.get(0)) {
            throw new Refusal(
                    ErrorCode.SECURITY_BYPASS_ATTEMPT,
                    "the path or query of this request holds an identifier, and addresses are not masked");
        }
        MultiMap headers = HttpHeaders.headers();
        for (int i = 0; i < passing.size(); i++) {
            if (!unclean.get(i + 1)) {
                headers.add(passing.get(i).getKey(), passing.get(i).getValue());
            }
        }
        String contentType = exchange.contentType();
        if (contentType != null) {
            headers.set(HttpHeaders.CONTENT_TYPE, contentType);
        }
        return new ProvedHead(request.method(), target, headers);
    }

    private static void checkEscapes(String target) {
        try {
            URLDecoder.decode(target, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    ErrorCode.SECURITY_BYPASS_ATTEMPT, "the query of this request holds a broken percent escape");
        }
    }

    /** Path and query only: a request line may also hold a whole address, of some other host. */
    private static String target(HttpServerRequest request) {
        return request.query() == null ? request.path() : request.path() + "?" + request.query();
    }

    HttpMethod method() {
        return method;
    }

    String target() {
        return target;
    }

    MultiMap headers() {
        return headers;
    }
}
