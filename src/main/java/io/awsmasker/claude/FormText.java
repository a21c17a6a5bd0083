package io.awsmasker.claude;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides whether a part of a form is text. Its sender must not say that it is something else, and its bytes must be text: a
 * picture that is declared as text is still a picture.
 */
final class FormText {
    private static final Pattern TYPE = Pattern.compile(
            "\\s*([a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+)\\s*(?:;\\s*charset\\s*=\\s*\"?([a-z0-9_-]+)\"?\\s*)?;?\\s*");
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii", "ascii");

    /** Types of text beside {@code text/*}. */
    private static final Set<String> TEXT = Set.of(
            "application/json",
            "application/jsonl",
            "application/x-jsonl",
            "application/x-ndjson",
            "application/xml",
            "application/yaml",
            "application/x-yaml",
            "application/toml",
            "application/csv",
            "application/sql",
            "application/javascript",
            "application/typescript",
            "application/x-python",
            "application/x-sh",
            "application/x-shellscript",
            "application/x-terraform");

    /** The type of files that nobody has given one: their bytes decide. */
    private static final String UNDECLARED = "application/octet-stream";

    private FormText() {}

    static boolean isText(FormPart part) {
        String type = part.contentType() == null ? UNDECLARED : part.contentType();
        return (isDeclared(type) || type.strip().equalsIgnoreCase(UNDECLARED)) && isUtf8(part.content());
    }

    /** Whether a content type says that it is text in UTF-8. */
    static boolean isDeclared(String contentType) {
        Matcher type = TYPE.matcher(contentType.toLowerCase(Locale.ROOT));
        if (!type.matches() || (type.group(2) != null && !CHARSETS.contains(type.group(2)))) {
            return false;
        }
        String name = type.group(1);
        return name.startsWith("text/") || name.endsWith("+json") || name.endsWith("+xml") || TEXT.contains(name);
    }

    private static boolean isUtf8(byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                return false;
            }
        }
        boolean pdf = content.length >= 5 && new String(content, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-");
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return !pdf;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
