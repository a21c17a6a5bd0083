package io.awsmasker.claude;

import io.awsmasker.claude.Rule.Refuse;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Walks a request body and collects every string that is customer text. It walks everything and exempts little: only a
 * {@link Place} can let a value pass, and what passes or cannot hold a token is collected too, to be refused if it must.
 */
final class RequestWalk {
    private final JsonIndex index;
    private final RequestSpots spots;
    private final RequestFacts facts;
    private final ObjectTraits traits;
    private final Admission admission;
    private boolean strict;
    private boolean textual;

    private RequestWalk(JsonIndex index, Origin origin, ContentPolicy policy) {
        this.index = index;
        this.spots = new RequestSpots(index);
        this.facts = spots.facts();
        this.traits = new ObjectTraits(index);
        this.admission = new Admission(index, origin, policy);
    }

    /**
     * Walks a body whose root is treated by the given rule.
     *
     * @throws RefusedContent if the body holds what must not leave
     */
    static RequestSpots of(JsonIndex index, Origin origin, Rule root, ContentPolicy policy) {
        RequestWalk walk = new RequestWalk(index, origin, policy);
        root.treat(walk, JsonIndex.ROOT, "");
        return walk.spots;
    }

    private void object(int object, Place declared) {
        Place place = typed(object, declared);
        switch (place) {
            case THREAD, CONTAINER -> facts.keep();
            case BATCH_ITEM -> facts.enterItem();
            case DOCUMENT -> facts.document(traits.documentText(object));
            case CITATION -> facts.citation(object);
            default -> {}
        }
        boolean outerStrict = strict;
        boolean outerTextual = textual;
        strict = place == Place.FORMAT || traits.isStrict(object);
        textual = place == Place.SOURCE && traits.isText(object);
        boolean begins = place.isSigned() && spots.enterSigned(object);
        members(object, place);
        if (begins) {
            spots.leaveSigned();
        }
        strict = outerStrict;
        textual = outerTextual;
    }

    private void members(int object, Place place) {
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            String name = index.string(key);
            Rule rule = place.rule(name);
            if (rule == null) {
                if (place == Place.BODY || place == Place.MESSAGE) {
                    facts.unfamiliar(place);
                }
                spots.text(key, null, false);
                spots.value(key + 1, name, false);
            } else {
                rule.treat(this, key + 1, name);
            }
        }
    }

    void text(int value, String name, boolean tokensStand) {
        spots.value(value, name, tokensStand);
    }

    void clean(int value, String name) {
        spots.clean(value, name);
    }

    void refused(int value, Refuse refuse) {
        admission.opaque(value, refuse, textual);
    }

    void credential(int value) {
        if (index.kind(value) == Kind.STRING) {
            facts.credential(index.string(value));
        }
        allowed(value);
    }

    void schema(int value, String name) {
        if (strict) {
            facts.schema(value);
        }
        spots.value(value, name, false);
    }

    void mcpServer(int value) {
        admission.mcpServer(value);
        allowed(value);
    }

    void mcpTools(int value) {
        admission.mcpTools(value);
        allowed(value);
    }

    private void allowed(int value) {
        if (index.kind(value) == Kind.STRING) {
            spots.allowed(value);
        } else {
            spots.clean(value, "");
        }
    }

    void owned(int value, String name, @Nullable Place object) {
        switch (index.kind(value)) {
            case STRING -> {
                spots.clean(value, name);
                facts.reference(index.string(value));
            }
            case NULL -> {}
            default -> {
                if (object == null || index.kind(value) != Kind.OBJECT) {
                    throw admission.noId(value);
                }
                object(value, object);
            }
        }
    }

    void opaque(int value, String name) {
        if (index.kind(value) == Kind.STRING) {
            admission.sealed(value);
        } else {
            spots.clean(value, name);
        }
    }

    void into(int value, String name, Place place) {
        if (place == Place.CREDIT_TOKEN && index.kind(value) == Kind.STRING) {
            opaque(value, name);
        } else {
            nested(value, name, place);
        }
    }

    private void nested(int value, String name, Place place) {
        switch (index.kind(value)) {
            case OBJECT -> object(value, place);
            case ARRAY -> {
                int end = index.after(value);
                boolean system = name.equals("system");
                int position = 0;
                for (int child = value + 1; child < end; child = index.after(child)) {
                    if (place == Place.MESSAGE) {
                        spots.enterMessage(position++, traits.isOfAssistant(child));
                    }
                    boolean attribution = system && child == value + 1 && traits.isAttribution(child);
                    nested(child, name, attribution ? Place.ATTRIBUTION : place);
                }
                if (place == Place.MESSAGE) {
                    spots.leaveMessages();
                }
            }
            default -> spots.value(value, name, false);
        }
    }

    private Place typed(int object, Place declared) {
        Place place = declared;
        int types = 0;
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            if (index.is(key, "type")) {
                types++;
                if (declared == Place.TOOL && traits.isCodeExecution(key + 1)) {
                    facts.keep();
                }
                place = index.kind(key + 1) == Kind.STRING ? typed(declared, index.string(key + 1)) : declared;
            }
        }
        if (types > 1) {
            throw admission.twoTypes(object);
        }
        return place;
    }

    private Place typed(Place declared, String type) {
        if (Unfamiliar.isType(declared, type)) {
            facts.unfamiliar(declared);
        }
        return declared.typed(type);
    }
}
