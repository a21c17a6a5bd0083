package io.awsmasker.claude;

import static io.awsmasker.claude.Rule.MODEL_TEXT;
import static io.awsmasker.claude.Rule.OPAQUE;
import static io.awsmasker.claude.Rule.PASS;
import static io.awsmasker.claude.Rule.TEXT;

import io.awsmasker.claude.Rule.Into;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a request body and the members that the protocol defines in them. Whatever is not named here is customer
 * text and masked, so a field that Anthropic adds tomorrow cannot leak; what is named as passed is a short, typed list.
 */
enum Place {
    BODY,
    MESSAGE,
    BLOCK,
    ATTRIBUTION,
    THINKING,
    REDACTED_THINKING,
    COMPACTION,
    MCP_TOOL_LISTING,
    FALLBACK,
    ENCRYPTED_RESULT,
    CONTAINER_UPLOAD,
    SOURCE,
    TEXT_SOURCE,
    DOCUMENT,
    URL_SOURCE,
    FILE_SOURCE,
    CITATION,
    TOOL,
    MCP_TOOLSET,
    MCP_SERVER,
    CREDIT_TOKEN,
    FORMAT,
    TOOL_CHOICE,
    METADATA,
    OUTPUT_CONFIG,
    CONTEXT_MANAGEMENT,
    EDIT,
    ALTERNATIVE_MODEL,
    CONTAINER,
    SKILL,
    PREDEFINED_SKILL,
    THREAD,
    BATCH_ITEM,
    UNKNOWN;

    private static final Rule BINARY =
            Rule.unreadable("nobody can see which identifiers an image, a PDF or another binary "
                    + "shows; send the content as text instead");
    private static final Rule URL =
            Rule.around("Anthropic would fetch the address and read data that was never masked; "
                    + "send the content as text instead");

    private static final Map<Place, Map<String, Rule>> MEMBERS = new EnumMap<>(Place.class);
    private static final Map<Place, Map<String, Place>> BY_TYPE = new EnumMap<>(Place.class);
    private static final Set<String> WORDS = new HashSet<>();

    static {
        define(BODY)
                .pass("model", "max_tokens", "stream", "temperature", "top_p", "top_k", "thinking", "cache_control")
                .owned("container", CONTAINER)
                .pass("service_tier", "speed", "inference_geo", "diagnostics")
                .into("fallback_credit_token", CREDIT_TOKEN)
                .pass("billing_policy", "anthropic_version")
                .into("messages", MESSAGE)
                .into("system", BLOCK)
                .into("tools", TOOL)
                .into("tool_choice", TOOL_CHOICE)
                .into("metadata", METADATA)
                .into("output_config", OUTPUT_CONFIG)
                .into("output_format", FORMAT)
                .into("context_management", CONTEXT_MANAGEMENT)
                .into("compaction", EDIT)
                .into("fallbacks", ALTERNATIVE_MODEL)
                .is("stop_sequences", TEXT)
                .into("mcp_servers", MCP_SERVER)
                .into("thread", THREAD);
        define(MESSAGE).pass("role", "clear_at").into("content", BLOCK).into("output_config", OUTPUT_CONFIG);
        define(BLOCK)
                .pass("type", "id", "tool_use_id", "file_id", "caller", "cache_control", "error_code", "retrieved_at")
                .pass("page_age", "is_error", "stop_reason", "return_code", "file_type")
                .opaque("encrypted_index")
                .into("content", BLOCK)
                .into("source", SOURCE)
                .into("citations", CITATION)
                .into("tool_references", BLOCK)
                .into("tool", TOOL)
                .into("tools", TOOL)
                .is("text", TEXT)
                .is("name", TEXT)
                .is("input", TEXT)
                .type("thinking", THINKING)
                .type("redacted_thinking", REDACTED_THINKING)
                .type("compaction", COMPACTION)
                .type("mcp_tool_listing", MCP_TOOL_LISTING)
                .type("document", DOCUMENT)
                .type("fallback", FALLBACK)
                .type("web_search_result", ENCRYPTED_RESULT)
                .type("advisor_redacted_result", ENCRYPTED_RESULT)
                .type("encrypted_code_execution_result", ENCRYPTED_RESULT)
                .type("container_upload", CONTAINER_UPLOAD);
        extend(ATTRIBUTION, BLOCK).is("text", new Rule.Untouched());
        extend(THINKING, BLOCK).is("thinking", MODEL_TEXT).opaque("signature");
        extend(REDACTED_THINKING, BLOCK).opaque("data");
        extend(COMPACTION, BLOCK).is("content", MODEL_TEXT).opaque("signature", "encrypted_content");
        extend(MCP_TOOL_LISTING, BLOCK);
        extend(DOCUMENT, BLOCK);
        extend(FALLBACK, BLOCK).pass("from", "to", "trigger");
        extend(ENCRYPTED_RESULT, BLOCK).opaque("encrypted_content", "encrypted_stdout");
        extend(CONTAINER_UPLOAD, BLOCK).owned("file_id", null);
        define(SOURCE)
                .pass("type", "media_type")
                .into("content", BLOCK)
                .is("data", BINARY)
                .type("text", TEXT_SOURCE)
                .type("url", URL_SOURCE)
                .type("file", FILE_SOURCE);
        extend(TEXT_SOURCE, SOURCE).is("data", TEXT);
        extend(URL_SOURCE, SOURCE).is("url", URL);
        extend(FILE_SOURCE, SOURCE).owned("file_id", null);
        define(CITATION).pass("type", "enabled", "file_id").opaque("encrypted_index");
        define(TOOL)
                .pass("type", "cache_control", "allowed_callers", "strict", "defer_loading")
                .is("name", TEXT)
                .is("description", TEXT)
                .is("input_schema", new Rule.Schema())
                .is("input_examples", TEXT)
                .type("mcp_toolset", MCP_TOOLSET);
        extend(MCP_TOOLSET, TOOL).is("type", new Rule.McpTools());
        define(MCP_SERVER)
                .pass("type", "name")
                .is("url", new Rule.McpServer())
                .is("authorization_token", new Rule.Credential());
        define(CREDIT_TOKEN).pass("mode").opaque("token");
        extend(FORMAT, BLOCK).is("schema", new Rule.Schema());
        define(TOOL_CHOICE).pass("type").is("name", TEXT);
        define(METADATA).pass("user_id");
        define(OUTPUT_CONFIG).pass("effort", "task_budget").into("format", FORMAT);
        define(CONTEXT_MANAGEMENT).into("edits", EDIT);
        define(EDIT).pass("type", "trigger", "keep").is("instructions", TEXT);
        define(CONTAINER).owned("id", null).into("skills", SKILL);
        define(SKILL).pass("type", "version").owned("skill_id", null).type("anthropic", PREDEFINED_SKILL);
        extend(PREDEFINED_SKILL, SKILL).pass("skill_id");
        define(THREAD).pass("type").owned("previous_message_id", null);
        define(BATCH_ITEM).is("custom_id", TEXT).into("params", BODY);
        define(UNKNOWN);
        define(ALTERNATIVE_MODEL).pass("model", "speed", "thinking").into("output_config", OUTPUT_CONFIG);
    }

    /** How a member of this object is treated, or null when the protocol does not know it. */
    @Nullable
    Rule rule(String member) {
        return members(this).get(member);
    }

    /** The object that this one is once its {@code type} is known. */
    Place typed(String type) {
        return BY_TYPE.getOrDefault(this, Map.of()).getOrDefault(type, this);
    }

    /** Whether Claude checks that an object like this comes back as it was written. */
    boolean isSigned() {
        return this == THINKING || this == COMPACTION || this == MCP_TOOL_LISTING;
    }

    /** Whether a word is a member name of the protocol, and so no secret of anybody. */
    static boolean isProtocolWord(String word) {
        return WORDS.contains(word);
    }

    private static Members define(Place place) {
        return new Members(place, members(place));
    }

    private static Members extend(Place place, Place base) {
        members(place).putAll(members(base));
        return define(place);
    }

    private static Map<String, Rule> members(Place place) {
        return MEMBERS.computeIfAbsent(place, p -> new HashMap<>());
    }

    private record Members(Place place, Map<String, Rule> rules) {
        Members is(String member, Rule rule) {
            rules.put(member, rule);
            WORDS.add(member);
            return this;
        }

        Members pass(String... members) {
            for (String member : members) {
                is(member, PASS);
            }
            return this;
        }

        Members opaque(String... members) {
            for (String member : members) {
                is(member, OPAQUE);
            }
            return this;
        }

        Members owned(String member, @Nullable Place object) {
            return is(member, new Rule.Owned(object));
        }

        Members into(String member, Place inner) {
            return is(member, new Into(inner));
        }

        Members type(String type, Place typed) {
            BY_TYPE.computeIfAbsent(place, p -> new HashMap<>()).put(type, typed);
            return this;
        }
    }
}
