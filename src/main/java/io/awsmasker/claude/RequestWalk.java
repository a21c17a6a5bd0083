package io.awsmasker.claude;

import io.awsmasker.claude.Rule.Into;
import io.awsmasker.claude.Rule.Refuse;
import io.awsmasker.claude.Rule.Text;
import io.awsmasker.detect.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.StringBytes;
import io.awsmasker.mask.Maskable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks a request body and collects every string that is customer text. It walks everything and exempts little: only a
 * {@link Place} can let a value pass, and a number that may be an account id is collected too.
 */
final class RequestWalk {
    private static final int SHORTEST_ACCOUNT = 12;

    private final JsonIndex index;
    private final List<Spot> spots = new ArrayList<>();

    private RequestWalk(JsonIndex index) {
        this.index = index;
    }

    /**
     * A string or number to mask.
     *
     * @param node where it stands
     * @param bytes its decoded bytes, or null for a number
     */
    record Spot(int node, @Nullable StringBytes bytes, Maskable maskable) {}

    /**
     * All spots in the order of the body.
     *
     * @throws RefusedContent if the body holds what must not leave
     */
    static List<Spot> spots(JsonIndex index) {
        RequestWalk walk = new RequestWalk(index);
        walk.object(JsonIndex.ROOT, Place.BODY);
        return walk.spots;
    }

    private void object(int object, Place declared) {
        Place place = typed(object, declared);
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            String name = index.string(key);
            Rule rule = place.rule(name);
            if (rule == null) {
                text(key, null, false);
                subtree(key + 1, name, false);
            } else {
                member(key + 1, name, rule);
            }
        }
    }

    private void member(int value, String name, Rule rule) {
        if (rule instanceof Into into) {
            into(value, name, into.place());
        } else if (rule instanceof Text text) {
            subtree(value, name, text.tokensStand());
        } else if (rule instanceof Refuse refuse) {
            throw new RefusedContent(refuse.kind(), path(value) + " is refused: " + refuse.reason());
        }
    }

    private void into(int value, String name, Place place) {
        switch (index.kind(value)) {
            case OBJECT -> object(value, place);
            case ARRAY -> {
                int end = index.after(value);
                boolean system = name.equals("system");
                for (int child = value + 1; child < end; child = index.after(child)) {
                    if (!(system && child == value + 1 && isAttribution(child))) {
                        into(child, name, place);
                    }
                }
            }
            default -> subtree(value, name, false);
        }
    }

    private Place typed(int object, Place declared) {
        Place place = declared;
        int types = 0;
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            if (index.is(key, "type")) {
                types++;
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
            spots.add(new Spot(node, bytes, new Maskable(passage, tokensStand)));
        }
    }

    private void number(int node, @Nullable String key) {
        if (index.end(node) - index.start(node) >= SHORTEST_ACCOUNT) {
            Passage passage = new Passage(index.text(), index.start(node), index.end(node), key);
            spots.add(new Spot(node, null, new Maskable(passage, true)));
        }
    }

    private boolean isAttribution(int block) {
        int text = index.member(block, "text");
        return text >= 0 && index.kind(text) == Kind.STRING && AttributionLine.matches(index.string(text));
    }

    private String path(int node) {
        String path = index.path(node, Place::isProtocolWord);
        return path.isEmpty() ? "the body" : path;
    }
}
