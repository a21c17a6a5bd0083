package io.awsmasker.claude;

import io.awsmasker.claude.Spot.Use;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Maskable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of a body to search, as a {@link RequestWalk} collects them. It knows where in the conversation the walk is, so that
 * every piece does.
 */
final class RequestSpots {
    private static final int NONE = -1;

    private final JsonIndex index;
    private final RequestFacts facts;
    private final List<Spot> spots = new ArrayList<>();
    private final List<Signed> signed = new ArrayList<>();
    private int messages;
    private int message = NONE;
    private boolean assistant;
    private int block = NONE;

    RequestSpots(JsonIndex index) {
        this.index = index;
        this.facts = new RequestFacts(index);
    }

    /** A block that only Claude can have written, if its fingerprint is known. */
    record Signed(String fingerprint, int message) {}

    /** All spots in the order of the body. */
    List<Spot> spots() {
        return spots;
    }

    /** The blocks that may be Claude's own, in the order of the body. */
    List<Signed> signed() {
        return signed;
    }

    /** How many messages there are. */
    int messages() {
        return messages;
    }

    /** What else was met. */
    RequestFacts facts() {
        return facts;
    }

    void enterMessage(int position, boolean byAssistant) {
        message = position;
        messages = Math.max(messages, position + 1);
        assistant = byAssistant;
    }

    void leaveMessages() {
        message = NONE;
        assistant = false;
    }

    /** Begins a signed block, unless it stands inside of another one; says whether it did. */
    boolean enterSigned(int object) {
        if (block >= 0) {
            return false;
        }
        block = signed.size();
        signed.add(new Signed(Fingerprint.of(index, object), message));
        return true;
    }

    void leaveSigned() {
        block = NONE;
    }

    /** A string that leaves as it is. */
    void allowed(int node) {
        StringBytes bytes = StringBytes.of(index, node);
        Passage passage = new Passage(bytes.bytes(), bytes.start(), bytes.end(), null);
        spot(node, Use.ALLOWED, bytes, new Maskable(passage, true));
    }

    /** A value of the protocol: whatever stands in it, at any depth, must be free of identifiers. */
    void clean(int value, String name) {
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

    /** Customer text of any form. */
    void value(int value, @Nullable String key, boolean tokensStand) {
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

    void text(int node, @Nullable String key, boolean tokensStand) {
        StringBytes bytes = StringBytes.of(index, node);
        if (bytes.end() > bytes.start()) {
            Passage passage = new Passage(bytes.bytes(), bytes.start(), bytes.end(), key);
            spot(node, Use.MASK, bytes, new Maskable(passage, tokensStand));
        }
    }

    /** A number is searched as the integer it stands for, however it is written. */
    private void number(int node, @Nullable String key) {
        if (facts.citations().containsKey(node)) {
            spot(node, Use.CITED, null, new Maskable(new Passage(index.text(), 0, 0, null), true));
        }
        byte[] digits = PlainNumber.digits(index.text(), index.start(node), index.end(node));
        if (digits != null && index.end(node) - index.start(node) >= digits.length) {
            add(node, Use.CLEAN, digits, 0, digits.length, key);
        }
    }

    private void add(int node, Use use, byte[] text, int start, int end, @Nullable String key) {
        spot(node, use, null, new Maskable(new Passage(text, start, end, key), true));
    }

    private void spot(int node, Use use, @Nullable StringBytes bytes, Maskable maskable) {
        spots.add(new Spot(node, use, bytes, maskable, message, assistant, block));
    }
}
