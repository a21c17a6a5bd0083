package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import java.util.regex.Pattern;

/**
 * What objects of a request say of themselves in their members. Each question is about one object alone, so the walk need not
 * remember the answers.
 */
final class ObjectTraits {
    private static final int NONE = -1;
    private static final Pattern TEXTUAL = Pattern.compile("(?i)^\\s*text/|json|xml|yaml|csv|script");

    private final JsonIndex index;

    ObjectTraits(JsonIndex index) {
        this.index = index;
    }

    /** The node of a document's text, or -1 if it is no plain text. */
    int documentText(int document) {
        int source = index.member(document, "source");
        int data = source < 0 ? NONE : index.member(source, "data");
        int type = data < 0 ? NONE : index.member(source, "type");
        return type >= 0 && index.is(type, "text") ? data : NONE;
    }

    /** Whether the schema of a tool must be obeyed. */
    boolean isStrict(int tool) {
        int value = index.member(tool, "strict");
        return value >= 0 && index.kind(value) == Kind.TRUE;
    }

    /** Whether a source holds text, or does not say what it holds. */
    boolean isText(int source) {
        int type = index.member(source, "media_type");
        return type < 0
                || index.kind(type) != Kind.STRING
                || TEXTUAL.matcher(index.string(type)).find();
    }

    /** Whether a message is Claude's, or so the client says. */
    boolean isOfAssistant(int message) {
        int role = index.member(message, "role");
        return role >= 0 && index.is(role, "assistant");
    }

    /** Whether this is the type of a tool that runs at Anthropic, in a container that lives on. */
    boolean isCodeExecution(int type) {
        return index.kind(type) == Kind.STRING && index.string(type).startsWith("code_execution");
    }

    /** Whether the one text of a block is an {@link AttributionLine}. */
    boolean isAttribution(int block) {
        int texts = 0;
        int end = index.after(block);
        for (int key = block + 1; index.kind(block) == Kind.OBJECT && key < end; key = index.after(key + 1)) {
            texts += index.is(key, "text") ? 1 : 0;
        }
        int text = index.member(block, "text");
        return texts == 1 && index.kind(text) == Kind.STRING && AttributionLine.matches(index.string(text));
    }
}
