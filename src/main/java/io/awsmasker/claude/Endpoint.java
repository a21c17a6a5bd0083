package io.awsmasker.claude;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@link EndpointTable}: a method, a path and how the gateway treats it.
 *
 * @param method HTTP method in capitals, or {@link #ANY}
 * @param template the path; <code>{id}</code> names what somebody keeps at Anthropic, other words in braces any segment, and
 *     {@code /**} at its end whatever is below
 * @param path what the whole raw path must match: no other spelling, no escapes, no dot segments
 * @param name a short constant for metrics
 * @param treatment what happens to it
 */
public record Endpoint(String method, String template, Pattern path, String name, Treatment treatment) {
    /** Stands for all methods. */
    public static final String ANY = "*";

    private static final String SEGMENT = "(?!\\.\\.?(?:/|$))[A-Za-z0-9_.:-]{1,128}";
    private static final String BELOW = "/**";

    static Endpoint of(String method, String template, String name, Treatment treatment) {
        return new Endpoint(method, template, Pattern.compile(regex(template)), name, treatment);
    }

    private static String regex(String template) {
        boolean below = template.endsWith(BELOW);
        String fixed = below ? template.substring(0, template.length() - BELOW.length()) : template;
        String regex = fixed.replace(".", "\\.")
                .replace("{id}", "(?<id>" + SEGMENT + ")")
                .replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(SEGMENT));
        return below ? regex + "(?:/.*)?" : regex;
    }

    /** Whether a request with this method and raw path (no query) is this endpoint's. */
    public boolean matches(String requestMethod, String rawPath) {
        return (method.equals(ANY) || method.equals(requestMethod))
                && path.matcher(rawPath).matches();
    }

    /** The id in the path of what must belong to the caller, or null when the path names nothing of the kind. */
    public @Nullable String ownedId(String rawPath) {
        Matcher matcher = path.matcher(rawPath);
        return template.contains("{id}") && matcher.matches() ? matcher.group("id") : null;
    }

    /** A path of this endpoint in which every placeholder is {@code id}. */
    public String example(String id) {
        return template.replace(BELOW, "/below").replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(id));
    }

    /** How the answer is written of a request that went to Claude. */
    public Treatment.Form answer() {
        return treatment instanceof Treatment.Passed passed ? passed.answer() : Treatment.Form.OBJECT;
    }

    /** Whether an answer in order names something new, which the caller owns from then on. */
    public boolean creates() {
        return treatment instanceof Treatment.Batch || treatment instanceof Treatment.Upload;
    }

    /** Whether a request is a conversation that Claude goes on with. */
    public boolean isConversation() {
        return template.equals("/v1/messages");
    }

    /** Whether the answers are batch objects. */
    public boolean isBatch() {
        return template.startsWith("/v1/messages/batches");
    }
}
