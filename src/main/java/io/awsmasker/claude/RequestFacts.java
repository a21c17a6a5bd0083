package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must be known of a request beside its texts. One member deep in a body may decide for the whole of it, so the
 * {@link RequestWalk} notes it here.
 */
final class RequestFacts {
    private final JsonIndex index;
    private final List<Integer> schemas = new ArrayList<>();
    private final List<Integer> documents = new ArrayList<>();
    private final Map<Integer, Citation> citations = new HashMap<>();
    private final List<String> credentials = new ArrayList<>();
    private final Set<String> references = new LinkedHashSet<>();
    private final Map<Place, Integer> unfamiliar = new EnumMap<>(Place.class);
    private int firstDocument;
    private boolean kept;

    RequestFacts(JsonIndex index) {
        this.index = index;
    }

    /** The schemas that Claude makes its answer obey. */
    List<Integer> schemas() {
        return schemas;
    }

    void schema(int node) {
        schemas.add(node);
    }

    /** The nodes of the texts of all documents in their order, -1 for those that are no plain text. */
    List<Integer> documents() {
        return documents;
    }

    void document(int text) {
        documents.add(text);
    }

    /** Citations count the documents of their own item of a batch. */
    void enterItem() {
        firstDocument = documents.size();
    }

    /** The citation that a node of use {@link Spot.Use#CITED} is a part of. */
    Map<Integer, Citation> citations() {
        return citations;
    }

    void citation(int object) {
        Citation citation = Citation.at(index, object).after(firstDocument);
        citations.put(citation.startNode(), citation);
        citations.put(citation.endNode(), citation);
    }

    /** The credentials in the body for servers that the operator allowed. */
    List<String> credentials() {
        return credentials;
    }

    void credential(String value) {
        credentials.add(value);
    }

    /** The ids in the body of what is kept at Anthropic, to be refused unless the caller owns them. */
    Set<String> references() {
        return references;
    }

    void reference(String id) {
        references.add(id);
    }

    /** Whether Anthropic keeps text of this body for later requests. */
    boolean kept() {
        return kept || !references.isEmpty();
    }

    void keep() {
        kept = true;
    }

    /** How often a member of these objects, or a type of theirs, was met that this version does not know. */
    Map<Place, Integer> unfamiliar() {
        return unfamiliar;
    }

    void unfamiliar(Place place) {
        unfamiliar.merge(place, 1, Integer::sum);
    }
}
