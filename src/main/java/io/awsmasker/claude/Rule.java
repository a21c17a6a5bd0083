package io.awsmasker.claude;

import org.jspecify.annotations.Nullable;

/**
 * How the value of a member is treated on its way to Claude. Each rule says itself what the walk does with the value, so that
 * none can be forgotten there and let its value pass unseen.
 */
sealed interface Rule {
    /** A value of the protocol: byte for byte, and refused when it holds an identifier, which nobody would mask there. */
    Rule PASS = new Pass();
    /** Signed or encrypted: one string of letters that such values are written in, byte for byte. */
    Rule OPAQUE = new Opaque();
    /** Customer text at any depth, object keys included: masked. */
    Rule TEXT = new Text(false);
    /** Text of the model that is checked on its way back: identifiers are masked, tokens stand. */
    Rule MODEL_TEXT = new Text(true);

    /** Collects the value to be searched, refuses it, or lets it pass. */
    void treat(RequestWalk walk, int value, String name);

    /** See {@link #PASS}. */
    record Pass() implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.clean(value, name);
        }
    }

    /** See {@link #OPAQUE}. */
    record Opaque() implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.opaque(value, name);
        }
    }

    /** The one text that is not searched, because its grammar was checked. */
    record Untouched() implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            // What stands there is AttributionLine's grammar and nothing else.
        }
    }

    /** See {@link #TEXT} and {@link #MODEL_TEXT}. */
    record Text(boolean tokensStand) implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.text(value, name, tokensStand);
        }
    }

    /** The address of a remote MCP server: leaves only if the operator allowed it. */
    record McpServer() implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.mcpServer(value);
        }
    }

    /** What belongs to a remote MCP server: leaves only if the operator allowed any. */
    record McpTools() implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.mcpTools(value);
        }
    }

    /** A credential for a server that was allowed. */
    record Credential() implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.credential(value);
        }
    }

    /** A schema that the answer must obey, always or only where the tool is strict. */
    record Schema() implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.schema(value, name);
        }
    }

    /**
     * The id of something that is kept at Anthropic: passed, and collected so that ids of others can be refused.
     *
     * @param object what may stand in the place of the id, or null when nothing else may
     */
    record Owned(@Nullable Place object) implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.owned(value, name, object);
        }
    }

    /** Objects of the protocol, alone or in arrays; a string in their place is customer text. */
    record Into(Place place) implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.into(value, name, place);
        }
    }

    /**
     * Never leaves.
     *
     * @param reason a sentence that says what the matter is and what to do instead
     */
    record Refuse(RefusedContent.Kind kind, String reason) implements Rule {
        @Override
        public void treat(RequestWalk walk, int value, String name) {
            walk.refused(value, this);
        }
    }

    static Rule unreadable(String reason) {
        return new Refuse(RefusedContent.Kind.UNREADABLE, reason);
    }

    static Rule around(String reason) {
        return new Refuse(RefusedContent.Kind.AROUND_THE_GATEWAY, reason);
    }
}
