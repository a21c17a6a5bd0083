package io.awsmasker.claude;

import java.util.Set;

/**
 * What this version was not made for: types of blocks and sources that it has never seen. They are masked like all text,
 * but an operator wants to know that a feature is in use whose fields nobody has looked at.
 */
final class Unfamiliar {
    private static final Set<String> BLOCKS = Set.of(
            "text",
            "image",
            "document",
            "search_result",
            "thinking",
            "redacted_thinking",
            "tool_use",
            "tool_result",
            "tool_reference",
            "browser_state",
            "server_tool_use",
            "web_search_tool_result",
            "web_search_result",
            "web_fetch_tool_result",
            "web_fetch_result",
            "code_execution_tool_result",
            "code_execution_result",
            "code_execution_output",
            "encrypted_code_execution_result",
            "bash_code_execution_tool_result",
            "bash_code_execution_result",
            "bash_code_execution_output",
            "text_editor_code_execution_tool_result",
            "text_editor_code_execution_view_result",
            "text_editor_code_execution_create_result",
            "text_editor_code_execution_str_replace_result",
            "tool_search_tool_result",
            "tool_search_tool_search_result",
            "mcp_tool_use",
            "mcp_tool_result",
            "mcp_tool_listing",
            "advisor_tool_result",
            "advisor_result",
            "advisor_redacted_result",
            "container_upload",
            "compaction",
            "tool_addition",
            "tool_removal",
            "tool_definition",
            "fallback");
    private static final Set<String> SOURCES = Set.of("base64", "text", "content", "url", "file");

    private Unfamiliar() {}

    /** Whether an object that is declared to be one of these has a type that nobody here knows. */
    static boolean isType(Place declared, String type) {
        return switch (declared) {
            case BLOCK -> !BLOCKS.contains(type) && !type.endsWith("_error");
            case SOURCE -> !SOURCES.contains(type);
            default -> false;
        };
    }
}
