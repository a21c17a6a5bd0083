package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.awsmasker.claude.Rule.Credential;
import io.awsmasker.claude.Rule.Into;
import io.awsmasker.claude.Rule.McpServer;
import io.awsmasker.claude.Rule.McpTools;
import io.awsmasker.claude.Rule.Opaque;
import io.awsmasker.claude.Rule.Owned;
import io.awsmasker.claude.Rule.Pass;
import io.awsmasker.claude.Rule.Refuse;
import io.awsmasker.claude.Rule.Schema;
import io.awsmasker.claude.Rule.Text;
import io.awsmasker.detect.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Maskable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks a request body and collects every string that is customer text. It walks everything and exempts little: only a
 * {@link Place} can let a value pass, and what passes or cannot hold a token is collected too, to be refused if it must.
 */
final class RequestWalk {
    private static final int NONE = -1;
    private static final int ACCOUNT_DIGITS = 12;
    private static final int LONGEST_NUMBER = 100;
    private static final Pattern TEXTUAL = Pattern.compile("(?i)^\\s*text/|json|xml|yaml|csv|script");
    private static final Pattern OPAQUE = Pattern.compile("[A-Za-z0-9+/=_-]*");

    private final JsonIndex index;
    private final ContentPolicy policy;
    private final List<Spot> spots = new ArrayList<>();
    private final List<Signed> signed = new ArrayList<>();
    private final List<Integer> schemas = new ArrayList<>();
    private final List<Integer> documents = new ArrayList<>();
    private final Map<Integer, Citation> citations = new HashMap<>();
    private int firstDocument;
    private int messages;
    private int message = NONE;
    private boolean assistant;
    private int block = NONE;
    private boolean strict;
    private boolean textual;
    private final Set<String> references = new LinkedHashSet<>();
    private boolean kept;

    private RequestWalk(JsonIndex index, ContentPolicy policy) {
        this.index = index;
        this.policy = policy;
    }

    /** What is done with a spot. */
    enum Use {
        /** Tokens are put in. */
        MASK,
        /** Nothing can be put in, so nothing may be found. */
        CLEAN,
        /** A JSON value as a whole, which shows what its strings mean to each other; nothing is put in here. */
        CONTEXT,
        /** Leaves as it is, because the operator allowed just this value. */
        ALLOWED,
        /** A place in a document, which moves with what is replaced in it. */
        CITED
    }

    /**
     * A piece of the body to search.
     *
     * @param bytes the decoded bytes of a string to put tokens in, or null for any other use
     * @param message the position of its message, or -1 outside of the messages
     * @param assistant whether it stands in a message that Claude wrote, or so the client says
     * @param signed the position of the signed block it is a part of, or -1
     */
    record Spot(
            int node,
            Use use,
            @Nullable StringBytes bytes,
            Maskable maskable,
            int message,
            boolean assistant,
            int signed) {}

    /** A block that only Claude can have written, if its fingerprint is known. */
    record Signed(String fingerprint, int message) {}

    /**
     * Walks a body whose root is an object of the given place, or an array of such.
     *
     * @throws RefusedContent if the body holds what must not leave
     */
    static RequestWalk of(JsonIndex index, Place root, ContentPolicy policy) {
        RequestWalk walk = new RequestWalk(index, policy);
        walk.into(JsonIndex.ROOT, "", root);
        return walk;
    }

    /** All spots in the order of the body. */
    List<Spot> spots() {
        return spots;
    }

    /** The blocks that may be Claude's own, in the order of the body. */
    List<Signed> signed() {
        return signed;
    }

    /** The nodes of the texts of all documents in their order, -1 for those that are no plain text. */
    List<Integer> documents() {
        return documents;
    }

    /** The citation that a node of use {@link Use#CITED} is a part of. */
    Map<Integer, Citation> citations() {
        return citations;
    }

    /** The schemas that Claude makes its answer obey. */
    List<Integer> schemas() {
        return schemas;
    }

    /** How many messages there are. */
    int messages() {
        return messages;
    }

    /** The ids in the body of what is kept at Anthropic, to be refused unless the caller owns them. */
    Set<String> references() {
        return references;
    }

    /** Whether Anthropic keeps text of this body for later requests. */
    boolean kept() {
        return kept || !references.isEmpty();
    }

    private void object(int object, Place declared) {
        Place place = typed(object, declared);
        kept |= place == Place.THREAD || place == Place.CONTAINER;
        if (place == Place.BATCH_ITEM) {
            firstDocument = documents.size();
        } else if (place == Place.DOCUMENT) {
            documents.add(documentText(object));
        } else if (place == Place.CITATION) {
            Citation citation = Citation.at(index, object).after(firstDocument);
            citations.put(citation.startNode(), citation);
            citations.put(citation.endNode(), citation);
        }
        boolean outerStrict = strict;
        boolean outerTextual = textual;
        strict = place == Place.FORMAT || isTrue(object, "strict");
        textual = place == Place.SOURCE && isText(object);
        boolean begins = place.isSigned() && block < 0;
        if (begins) {
            block = signed.size();
            signed.add(new Signed(Fingerprint.of(index, object), message));
        }
        members(object, place);
        if (begins) {
            block = NONE;
        }
        strict = outerStrict;
        textual = outerTextual;
    }

    private int documentText(int document) {
        int source = index.member(document, "source");
        int data = source < 0 ? NONE : index.member(source, "data");
        boolean plain = data >= 0 && index.is(index.member(source, "type"), "text");
        return plain ? data : NONE;
    }

    private boolean isTrue(int object, String member) {
        int value = index.member(object, member);
        return value >= 0 && index.kind(value) == Kind.TRUE;
    }

    private boolean isText(int source) {
        int type = index.member(source, "media_type");
        return type < 0 || TEXTUAL.matcher(index.string(type)).find();
    }

    private void members(int object, Place place) {
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            String name = index.string(key);
            Rule rule = place.rule(name);
            if (rule == null) {
                text(key, null, false);
                value(key + 1, name, false);
            } else {
                member(key + 1, name, rule);
            }
        }
    }

    private void member(int value, String name, Rule rule) {
        if (rule instanceof Into into) {
            if (into.place() == Place.CREDIT_TOKEN && index.kind(value) == Kind.STRING) {
                opaque(value, name);
            } else {
                into(value, name, into.place());
            }
        } else if (rule instanceof Text text) {
            value(value, name, text.tokensStand());
        } else if (rule instanceof Pass) {
            clean(value, name);
        } else if (rule instanceof Opaque) {
            opaque(value, name);
        } else if (rule instanceof Schema) {
            schema(value, name);
        } else if (rule instanceof McpServer || rule instanceof McpTools) {
            mcp(value, rule instanceof McpServer);
        } else if (rule instanceof Credential) {
            allowed(value);
        } else if (rule instanceof Owned owned) {
            owned(value, name, owned.object());
        } else if (rule instanceof Refuse refuse) {
            refused(value, refuse);
        }
    }

    private void refused(int value, Refuse refuse) {
        boolean base64 = index.kind(value) == Kind.STRING
                && OPAQUE.matcher(index.string(value)).matches();
        if (refuse.kind() != RefusedContent.Kind.UNREADABLE || !policy.opaqueAllowed() || !base64 || textual) {
            throw new RefusedContent(refuse.kind(), path(value) + " is refused: " + refuse.reason());
        }
        allowed(value);
    }

    private void schema(int value, String name) {
        if (strict) {
            schemas.add(value);
        }
        value(value, name, false);
    }

    private void mcp(int value, boolean server) {
        boolean known = server
                ? index.kind(value) == Kind.STRING && policy.mcpServers().contains(index.string(value))
                : !policy.mcpServers().isEmpty();
        if (!known) {
            throw new RefusedContent(
                    RefusedContent.Kind.AROUND_THE_GATEWAY,
                    path(value) + " is refused: results of a remote MCP server reach the model unmasked; run the server"
                            + " behind the client, or have the operator allow its address if it masks what it sends");
        }
        allowed(value);
    }

    private void allowed(int value) {
        if (index.kind(value) == Kind.STRING) {
            StringBytes bytes = StringBytes.of(index, value);
            Passage passage = new Passage(bytes.bytes(), bytes.start(), bytes.end(), null);
            spot(value, Use.ALLOWED, bytes, new Maskable(passage, true));
        } else {
            clean(value, "");
        }
    }

    /** A value of the protocol: whatever stands in it, at any depth, must be free of identifiers. */
    private void clean(int value, String name) {
        String key = name;
        for (int node = value; node < index.after(value); node++) {
            Kind kind = index.kind(node);
            if (kind == Kind.STRING || kind == Kind.KEY) {
                StringBytes bytes = StringBytes.of(index, node);
                add(node, Use.CLEAN, bytes.bytes(), bytes.start(), bytes.end(), kind == Kind.KEY ? null : key);
                key = kind == Kind.KEY ? index.string(node) : key;
            } else if (kind == Kind.NUMBER) {
                number(node, key);
            }
        }
    }

    private void owned(int value, String name, @Nullable Place object) {
        switch (index.kind(value)) {
            case STRING -> {
                clean(value, name);
                references.add(index.string(value));
            }
            case NULL -> {}
            default -> {
                if (object == null || index.kind(value) != Kind.OBJECT) {
                    throw new RefusedContent(
                            RefusedContent.Kind.AROUND_THE_GATEWAY, path(value) + " is not the id that it must be");
                }
                object(value, object);
            }
        }
    }

    private void opaque(int value, String name) {
        if (index.kind(value) != Kind.STRING) {
            clean(value, name);
        } else if (!OPAQUE.matcher(index.string(value)).matches()) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE, path(value) + " is not written as signed or encrypted values are");
        }
    }

    private void into(int value, String name, Place place) {
        switch (index.kind(value)) {
            case OBJECT -> object(value, place);
            case ARRAY -> {
                int end = index.after(value);
                boolean system = name.equals("system");
                int position = 0;
                for (int child = value + 1; child < end; child = index.after(child)) {
                    if (place == Place.MESSAGE) {
                        enterMessage(child, position++);
                    }
                    boolean attribution = system && child == value + 1 && isAttribution(child);
                    into(child, name, attribution ? Place.ATTRIBUTION : place);
                }
                if (place == Place.MESSAGE) {
                    message = NONE;
                    assistant = false;
                }
            }
            default -> value(value, name, false);
        }
    }

    private void enterMessage(int node, int position) {
        int role = index.member(node, "role");
        message = position;
        messages = Math.max(messages, position + 1);
        assistant = role >= 0 && index.is(role, "assistant");
    }

    private Place typed(int object, Place declared) {
        Place place = declared;
        int types = 0;
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            if (index.is(key, "type")) {
                types++;
                kept |= declared == Place.TOOL && isCodeExecution(key + 1);
                place = index.kind(key + 1) == Kind.STRING ? declared.typed(index.string(key + 1)) : declared;
            }
        }
        if (types > 1) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE,
                    path(object) + " has two members \"type\"; nobody can tell which one counts");
        }
        return place;
    }

    /** A tool that runs at Anthropic, in a container that lives on. */
    private boolean isCodeExecution(int type) {
        return index.kind(type) == Kind.STRING && index.string(type).startsWith("code_execution");
    }

    /** Customer text of any form. */
    private void value(int value, @Nullable String key, boolean tokensStand) {
        Kind kind = index.kind(value);
        if (kind == Kind.OBJECT || kind == Kind.ARRAY) {
            add(value, Use.CONTEXT, index.text(), index.start(value), index.end(value), key);
        }
        subtree(value, key, tokensStand);
    }

    /** Everything below a node of customer text, keys included; {@code key} is the nearest member name outwards. */
    private void subtree(int node, @Nullable String key, boolean tokensStand) {
        switch (index.kind(node)) {
            case STRING -> text(node, key, tokensStand);
            case NUMBER -> number(node, key);
            case ARRAY -> {
                int end = index.after(node);
                for (int child = node + 1; child < end; child = index.after(child)) {
                    subtree(child, key, tokensStand);
                }
            }
            case OBJECT -> {
                int end = index.after(node);
                for (int name = node + 1; name < end; name = index.after(name + 1)) {
                    text(name, null, tokensStand);
                    subtree(name + 1, index.string(name), tokensStand);
                }
            }
            default -> {}
        }
    }

    private void text(int node, @Nullable String key, boolean tokensStand) {
        StringBytes bytes = StringBytes.of(index, node);
        if (bytes.end() > bytes.start()) {
            Passage passage = new Passage(bytes.bytes(), bytes.start(), bytes.end(), key);
            spot(node, Use.MASK, bytes, new Maskable(passage, tokensStand));
        }
    }

    /** A number is searched as the integer it stands for, however it is written. */
    private void number(int node, @Nullable String key) {
        if (citations.containsKey(node)) {
            spot(node, Use.CITED, null, new Maskable(new Passage(index.text(), 0, 0, null), true));
        }
        int length = index.end(node) - index.start(node);
        if (length < ACCOUNT_DIGITS || length > LONGEST_NUMBER) {
            return;
        }
        BigDecimal number = new BigDecimal(index.string(node));
        if ((long) number.precision() - number.scale() == ACCOUNT_DIGITS) {
            byte[] digits = number.toBigInteger().abs().toString().getBytes(US_ASCII);
            add(node, Use.CLEAN, digits, 0, digits.length, key);
        }
    }

    private void add(int node, Use use, byte[] text, int start, int end, @Nullable String key) {
        spot(node, use, null, new Maskable(new Passage(text, start, end, key), true));
    }

    private void spot(int node, Use use, @Nullable StringBytes bytes, Maskable maskable) {
        spots.add(new Spot(node, use, bytes, maskable, message, assistant, block));
    }

    private boolean isAttribution(int block) {
        int texts = 0;
        int end = index.after(block);
        for (int key = block + 1; index.kind(block) == Kind.OBJECT && key < end; key = index.after(key + 1)) {
            texts += index.is(key, "text") ? 1 : 0;
        }
        int text = index.member(block, "text");
        return texts == 1 && index.kind(text) == Kind.STRING && AttributionLine.matches(index.string(text));
    }

    private String path(int node) {
        String path = index.path(node, Place::isProtocolWord);
        return path.isEmpty() ? "the body" : path;
    }
}
