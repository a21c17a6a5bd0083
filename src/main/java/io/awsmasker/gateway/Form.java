package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.FormPart;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads an uploaded form with Netty's decoder, in memory. How strictly it reads does not matter: what leaves is written anew
 * from what was read.
 */
final class Form {
    private static final String MULTIPART = "multipart/form-data";
    private static final int MOST_FIELDS = 1_000;
    private static final int BOUNDARY_LETTERS = 32;

    private Form() {}

    /** Refuses what does not say that it is a form, or comes compressed. */
    static void check(HttpServerRequest request) {
        List<String> types = request.headers().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1 || !types.get(0).toLowerCase(Locale.ROOT).startsWith(MULTIPART)) {
            throw new Refusal(
                    ErrorCode.CONTENT_NOT_MASKABLE, "the content-type must be multipart/form-data with a boundary");
        }
        Decode.checkPlain(request);
    }

    /** The parts of a form; fails with a {@link Refusal} when it is none. */
    static List<FormPart> parts(String contentType, byte[] body) {
        HttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
        head.headers().set(HttpHeaders.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), head, UTF_8, MOST_FIELDS, body.length + 1);
            decoder.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
            List<FormPart> parts = new ArrayList<>();
            for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
                parts.add(part(data));
            }
            if (!parts.isEmpty()) {
                return parts;
            }
        } catch (RuntimeException | IOException e) {
            throw broken();
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
        throw broken();
    }

    private static FormPart part(InterfaceHttpData data) throws IOException {
        if (data instanceof FileUpload file) {
            return new FormPart(file.getName(), file.getFilename(), file.getContentType(), file.get());
        }
        return new FormPart(data.getName(), null, null, ((Attribute) data).get());
    }

    private static Refusal broken() {
        return new Refusal(
                ErrorCode.JSON_PROCESSING_ERROR, "the body is not the multipart/form-data that its content-type says");
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
