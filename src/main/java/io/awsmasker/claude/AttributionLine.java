package io.awsmasker.claude;

import java.util.regex.Pattern;

/**
 * The line with which Claude Code begins its system prompt. Anthropic removes it only if it arrives unchanged, so it is the
 * one text that is never masked; its grammar is kept so narrow that nothing can hide in it.
 */
final class AttributionLine {
    private static final int LONGEST = 300;
    private static final Pattern GRAMMAR = Pattern.compile(
            "x-anthropic-billing-header:"
                    + "( ?(cc_version=\\d{1,3}\\.\\d{1,3}\\.\\d{1,4}\\.[0-9a-f]{3}|cc_entrypoint=[a-z-]{1,20}|cch=[0-9a-f]{1,8});)+");

    private AttributionLine() {}

    static boolean matches(String text) {
        return text.length() <= LONGEST && GRAMMAR.matcher(text).matches();
    }
}
