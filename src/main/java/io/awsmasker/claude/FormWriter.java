package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a form as {@code multipart/form-data} (RFC 7578). It is written anew and not copied, so that nothing of its sender's
 * headers and boundary leaves unread, and Claude reads the parts that were read here.
 */
final class FormWriter {
    private static final Pattern FIELD = Pattern.compile("[a-z_]{1,40}(\\[])?");
    private static final Pattern TYPE =
            Pattern.compile("[a-z0-9.+-]{1,60}/[a-z0-9.+-]{1,80}(; *charset=[a-z0-9-]{1,20})?");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String boundary;

    /** @param boundary letters that stand in no part */
    FormWriter(String boundary) {
        this.boundary = boundary;
    }

    /**
     * Looks at field and type of a part.
     *
     * @throws RefusedContent if they are not written as those of the API are
     */
    static void check(FormPart part) {
        if (!FIELD.matcher(part.name()).matches()) {
            throw unwritable("a field of the form has a name that the API does not have");
        }
        if (part.contentType() != null
                && !TYPE.matcher(type(part.contentType())).matches()) {
            throw unwritable("a part of the form has a content type with unusual parameters; send the bare type");
        }
    }

    /** Writes one part, which was {@linkplain #check checked}. */
    void part(FormPart part, @Nullable String filename, byte[] content) {
        check(part);
        text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part.name() + "\"");
        if (filename != null) {
            text("; filename=\""
                    + filename.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A") + "\"");
        }
        if (part.contentType() != null) {
            text("\r\nContent-Type: " + type(part.contentType()));
        }
        text("\r\n\r\n");
        out.writeBytes(content);
        text("\r\n");
    }

    byte[] end() {
        text("--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    private static String type(String contentType) {
        return contentType.strip().toLowerCase(Locale.ROOT);
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(UTF_8));
    }

    private static RefusedContent unwritable(String message) {
        return new RefusedContent(RefusedContent.Kind.UNREADABLE, message);
    }
}
