package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;

/** A citation of characters of a document, as it stands in an answer or comes back in a request. */
record Citation(int document, int startNode, int endNode) {
    private static final int NONE = -1;

    /** The citation at this node; without places when it is of another kind. */
    static Citation at(JsonIndex index, int object) {
        int type = index.member(object, "type");
        int document = number(index, object, "document_index");
        boolean characters = type >= 0 && index.is(type, "char_location") && document >= 0;
        return characters
                ? new Citation(
                        Integer.parseInt(index.string(document)),
                        number(index, object, "start_char_index"),
                        number(index, object, "end_char_index"))
                : new Citation(NONE, NONE, NONE);
    }

    /** The same where the documents that it counts come after this many others. */
    Citation after(int documents) {
        return hasPlaces() ? new Citation(document + documents, startNode, endNode) : this;
    }

    boolean hasPlaces() {
        return startNode >= 0 && endNode >= 0;
    }

    private static int number(JsonIndex index, int object, String member) {
        int node = index.member(object, member);
        boolean plain = node >= 0
                && index.kind(node) == Kind.NUMBER
                && index.string(node).matches("\\d{1,9}");
        return plain ? node : NONE;
    }
}
