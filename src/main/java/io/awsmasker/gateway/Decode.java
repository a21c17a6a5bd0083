package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain JSON bytes of a body, or refuses it: a body that nobody here can read would leave unmasked. Compressed bodies
 * are bounded by what they become, not by what they are.
 */
final class Decode {
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii", "ascii");

    private Decode() {}

    /** Refuses what does not say that it is JSON in UTF-8, or comes in a coding that is not understood. */
    static void check(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String[] parts = type == null ? new String[] {""} : type.split(";", -1);
        if (!parts[0].strip().equalsIgnoreCase("application/json")) {
            throw new Refusal(ErrorCode.CONTENT_NOT_MASKABLE, "the content-type must be application/json");
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("charset=")
                    && !CHARSETS.contains(
                            parameter.substring("charset=".length()).replace("\"", ""))) {
                throw new Refusal(ErrorCode.CONTENT_NOT_MASKABLE, "the charset must be utf-8");
            }
        }
        coding(request);
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
        @Nullable String header = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        String coding = header == null ? "identity" : header.strip().toLowerCase(Locale.ROOT);
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
