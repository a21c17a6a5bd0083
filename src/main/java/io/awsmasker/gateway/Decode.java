package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Makes plain JSON bytes of a body, or refuses it: a body that nobody here can read would leave unmasked. Compressed bodies
 * are bounded by what they become, not by what they are.
 */
final class Decode {
    private static final Pattern JSON = Pattern.compile(
            "(?i)\\s*application/json\\s*(;\\s*charset\\s*=\\s*\"?(utf-?8|us-ascii|ascii)\"?\\s*)?;?\\s*");

    private Decode() {}

    /** Refuses what does not say that it is JSON in UTF-8, or comes in a coding that is not understood. */
    static void check(HttpServerRequest request) {
        List<String> types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1 || !JSON.matcher(types.get(0)).matches()) {
            throw new Refusal(
                    ErrorCode.CONTENT_NOT_MASKABLE,
                    "the content-type must be application/json, in utf-8 if it names a charset");
        }
        coding(request);
    }

    /** Refuses a body in any coding: what is masked while it is read, or is no JSON, must come plain. */
    static void checkPlain(HttpServerRequest request) {
        if (!coding(request).equals("identity")) {
            throw new Refusal(
                    ErrorCode.CONTENT_NOT_MASKABLE, "batches and uploads must come without a content-encoding");
        }
    }

    /** How many bytes reading this body may cost at most. */
    static int weight(HttpServerRequest request, int length) {
        return coding(request).equals("identity") ? length : Receive.MAX_BODY;
    }

    /** The bytes behind the content coding; costs time in proportion to them. */
    static byte[] plain(HttpServerRequest request, byte[] body) {
        return switch (coding(request)) {
            case "gzip" -> inflated(body, true);
            case "deflate" -> inflated(body, false);
            default -> body;
        };
    }

    private static String coding(HttpServerRequest request) {
        List<String> codings = request.headers().getAll(HttpHeaders.CONTENT_ENCODING);
        String coding = codings.isEmpty()
                ? "identity"
                : String.join(",", codings).strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "identity", "" -> "identity";
            case "gzip", "x-gzip" -> "gzip";
            case "deflate" -> "deflate";
            default ->
                throw new Refusal(
                        ErrorCode.CONTENT_NOT_MASKABLE,
                        "this content-encoding is not understood; send the body plain, or as gzip or deflate");
        };
    }

    private static byte[] inflated(byte[] body, boolean gzip) {
        ByteArrayInputStream packed = new ByteArrayInputStream(body);
        try (InputStream plain = gzip ? new GZIPInputStream(packed) : new InflaterInputStream(packed)) {
            byte[] bytes = plain.readNBytes(Receive.MAX_BODY + 1);
            if (bytes.length > Receive.MAX_BODY) {
                throw new Refusal(
                        ErrorCode.REQUEST_TOO_LARGE,
                        "the request body unpacks to more than " + (Receive.MAX_BODY >> 20) + " MB");
            }
            return bytes;
        } catch (IOException e) {
            throw new Refusal(
                    ErrorCode.JSON_PROCESSING_ERROR,
                    "the body is not what its content-encoding says, or is cut off; send it plain");
        }
    }
}
