package io.awsmasker.claude;

import io.awsmasker.detect.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.StringBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks an answer of Claude and collects every string and key in which tokens are restored: all of them, but for signed
 * thoughts, encrypted values and the protocol's own fields. Those come back to Claude later, unmasked, and must then be what
 * Claude wrote: an original that was restored in one of them would leave.
 */
final class AnswerWalk {
    private static final Set<String> PROTOCOL = Set.of(
            "signature",
            "data",
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
            "input_transformations",
            "created_at");
    private static final Set<String> SIGNED_TYPES = Set.of(
            "thinking",
            "redacted_thinking",
            "compaction",
            "mcp_tool_listing",
            "thinking_delta",
            "signature_delta",
            "compaction_delta");
    private static final String FREE = "input";

    private final JsonIndex index;
    private final List<Spot> spots = new ArrayList<>();

    private AnswerWalk(JsonIndex index) {
        this.index = index;
    }

    /** A string or key and its decoded bytes. */
    record Spot(int node, StringBytes bytes) {
        Passage passage() {
            return new Passage(bytes.bytes(), bytes.start(), bytes.end(), null);
        }
    }

    /** All spots at or below a node, in the order of the text. */
    static List<Spot> spots(JsonIndex index, int node) {
        AnswerWalk walk = new AnswerWalk(index);
        walk.value(node, false);
        return walk.spots;
    }

    /** @param free whether this is the input of a tool, in which no name has a meaning of its own */
    private void value(int node, boolean free) {
        switch (index.kind(node)) {
            case STRING -> spot(node);
            case ARRAY -> {
                int end = index.after(node);
                for (int child = node + 1; child < end; child = index.after(child)) {
                    value(child, free);
                }
            }
            case OBJECT -> members(node, free);
            default -> {}
        }
    }

    private void members(int object, boolean free) {
        if (!free && isSigned(object)) {
            return;
        }
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            String name = index.string(key);
            spot(key);
            if (free || !PROTOCOL.contains(name)) {
                value(key + 1, free || name.equals(FREE));
            }
        }
    }

    private boolean isSigned(int object) {
        int type = index.member(object, "type");
        return type >= 0 && index.kind(type) == Kind.STRING && SIGNED_TYPES.contains(index.string(type));
    }

    private void spot(int node) {
        StringBytes bytes = StringBytes.of(index, node);
        if (bytes.end() > bytes.start()) {
            spots.add(new Spot(node, bytes));
        }
    }
}
