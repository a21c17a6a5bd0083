package io.awsmasker.claude;

import io.awsmasker.detect.finding.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.StringBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks an answer of Claude and collects every string and key in which tokens are restored: all of them, but for signed
 * blocks, encrypted values and the protocol's own fields. Those come back to Claude later, unmasked, and must then be what
 * Claude wrote: an original that was restored in one of them would leave.
 */
final class AnswerWalk {
    private static final Set<String> PROTOCOL = Set.of(
            "signature",
            "encrypted_content",
            "encrypted_index",
            "encrypted_stdout",
            "fallback_credit_token",
            "id",
            "type",
            "role",
            "model",
            "usage",
            "container",
            "caller",
            "tool_use_id",
            "file_id",
            "request_id",
            "stop_reason",
            "media_type",
            "page_age",
            "retrieved_at",
            "error_code",
            "is_error",
            "return_code",
            "file_type",
            "input_transformations",
            "created_at");
    private static final Set<String> SIGNED_TYPES = Set.of("thinking", "compaction", "mcp_tool_listing");
    private static final Set<String> SEALED_TYPES =
            Set.of("redacted_thinking", "base64", "thinking_delta", "signature_delta", "compaction_delta");
    private static final String THOUGHT = "thinking";
    private static final String FREE = "input";
    private static final int NONE = -1;

    private final JsonIndex index;
    private final boolean thoughts;
    private final List<TextNode> spots = new ArrayList<>();
    private final List<Integer> signed = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    private AnswerWalk(JsonIndex index, boolean thoughts) {
        this.index = index;
        this.thoughts = thoughts;
    }

    /**
     * A string or key and its decoded bytes.
     *
     * @param signed the signed block whose thought it is, or -1
     */
    record TextNode(int node, StringBytes bytes, int signed) {
        Passage passage() {
            return new Passage(bytes.bytes(), bytes.start(), bytes.end(), null);
        }
    }

    /** @param thoughts whether thoughts are restored too */
    static AnswerWalk of(JsonIndex index, int node, boolean thoughts) {
        AnswerWalk walk = new AnswerWalk(index, thoughts);
        walk.value(node, false);
        return walk;
    }

    /** The strings and keys of a tool's input, in which no name has a meaning of its own. */
    static AnswerWalk ofInput(JsonIndex index) {
        AnswerWalk walk = new AnswerWalk(index, false);
        walk.value(JsonIndex.ROOT, true);
        return walk;
    }

    /** Whether Claude checks that a block of this type comes back as it was. */
    static boolean isSigned(String type) {
        return SIGNED_TYPES.contains(type);
    }

    /** In the order of the text. */
    List<TextNode> spots() {
        return spots;
    }

    /** The citations of characters. */
    List<Citation> citations() {
        return citations;
    }

    /** The objects that are signed blocks. */
    List<Integer> signed() {
        return signed;
    }

    /** @param free whether this is the input of a tool, in which no name has a meaning of its own */
    private void value(int node, boolean free) {
        switch (index.kind(node)) {
            case STRING -> spot(node, NONE);
            case ARRAY -> {
                int end = index.after(node);
                for (int child = node + 1; child < end; child = index.after(child)) {
                    value(child, free);
                }
            }
            case OBJECT -> object(node, free);
            default -> {}
        }
    }

    private void object(int object, boolean free) {
        String type = free ? "" : type(object);
        if (isSigned(type)) {
            signed.add(object);
            int thought = index.member(object, THOUGHT);
            if (thoughts && type.equals(THOUGHT) && thought >= 0 && index.kind(thought) == Kind.STRING) {
                spot(thought, object);
            }
        } else if (!SEALED_TYPES.contains(type)) {
            members(object, free);
        }
    }

    private void members(int object, boolean free) {
        Citation citation = free ? null : Citation.at(index, object);
        if (citation != null && citation.hasPlaces()) {
            citations.add(citation);
        }
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            String name = index.string(key);
            spot(key, NONE);
            if (free || !PROTOCOL.contains(name)) {
                value(key + 1, free || name.equals(FREE));
            }
        }
    }

    private String type(int object) {
        int type = index.member(object, "type");
        return type >= 0 && index.kind(type) == Kind.STRING ? index.string(type) : "";
    }

    private void spot(int node, int signedBlock) {
        StringBytes bytes = StringBytes.of(index, node);
        if (bytes.end() > bytes.start()) {
            spots.add(new TextNode(node, bytes, signedBlock));
        }
    }
}
