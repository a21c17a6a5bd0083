package io.awsmasker.gateway;

import io.awsmasker.claude.FormPart;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header of a form: a value and its parameters (RFC 2183, RFC 8187 for names in other alphabets). It is read to the end or
 * refused, because what stands in a file's name is masked as it is read here.
 */
record FormHeader(String value, Map<String, String> parameters) {
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9-]+):[ \t]*([^\\p{Cntrl}]*)");
    private static final Pattern VALUE = Pattern.compile("\\s*([^\\s;\"]+)\\s*");
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*([A-Za-z0-9_-]+\\*?)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s;\"]+))\\s*", Pattern.DOTALL);
    private static final Pattern QUOTED_PAIR = Pattern.compile("\\\\([\"\\\\])");
    private static final Pattern EXTENDED = Pattern.compile("(?i)utf-8'[a-z0-9-]*'((?:[^%]|%[0-9a-f]{2})*+)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> UNCODED = Set.of("binary", "8bit", "7bit");

    static FormHeader of(String header) {
        Matcher value = VALUE.matcher(header);
        if (!value.lookingAt()) {
            throw broken("a header has no value");
        }
        Map<String, String> parameters = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(header);
        int at = value.end();
        while (at < header.length()) {
            if (!parameter.region(at, header.length()).lookingAt()) {
                throw broken("the parameters of a header are not written as RFC 7578 says");
            }
            String plain = parameter.group(3);
            String text = plain != null
                    ? plain
                    : QUOTED_PAIR.matcher(parameter.group(2)).replaceAll("$1");
            if (parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), text) != null) {
                throw broken("a header has a parameter twice");
            }
            at = parameter.end();
        }
        return new FormHeader(value.group(1), parameters);
    }

    boolean is(String word) {
        return value.equalsIgnoreCase(word);
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    /** The part under these header lines. */
    static FormPart part(String lines, byte[] content) {
        Map<String, String> headers = new HashMap<>();
        for (String line : lines.split("\r\n", -1)) {
            Matcher header = LINE.matcher(line);
            if (!header.matches() || headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2)) != null) {
                throw broken("a part has a header twice, or one that is not a name, a colon and printable text");
            }
        }
        String coding =
                headers.getOrDefault("content-transfer-encoding", "binary").strip();
        FormHeader disposition = of(headers.getOrDefault("content-disposition", ""));
        String name = disposition.parameter("name");
        if (!disposition.is("form-data") || name == null || !UNCODED.contains(coding.toLowerCase(Locale.ROOT))) {
            throw broken("a part names no field of the form, or comes in a coding of its own");
        }
        String filename = disposition.filename();
        return new FormPart(name, filename, filename == null ? null : headers.get("content-type"), content);
    }

    private @Nullable String filename() {
        String extended = parameter("filename*");
        if (extended == null) {
            return parameter("filename");
        }
        Matcher text = EXTENDED.matcher(extended);
        String name =
                text.matches() ? URLDecoder.decode(text.group(1).replace("+", "%2B"), StandardCharsets.UTF_8) : "\0";
        if (CONTROL.matcher(name).find()) {
            throw broken("the name of a file is not UTF-8 in percent escapes, or holds control characters");
        }
        return name;
    }

    static Refusal broken(String fault) {
        return new Refusal(
                ErrorCode.JSON_PROCESSING_ERROR,
                "the body is not the multipart/form-data that its content-type says: " + fault);
    }
}
