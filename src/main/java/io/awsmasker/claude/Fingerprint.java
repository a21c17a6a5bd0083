package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Recognises a block of content that comes back: a hash of what it says, whatever the order of its members and however its
 * strings are escaped, because SDKs write them anew. Members that are null, and marks for the prompt cache, do not count.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(JsonIndex index, int node) {
        return of(index, node, Map.of());
    }

    /** @param instead members of the object that hold these strings, whatever stands in it */
    static String of(JsonIndex index, int object, Map<String, String> instead) {
        SortedMap<String, String> members = members(index, object);
        instead.forEach((name, text) -> members.put(name, string(text)));
        return hash(members);
    }

    private static SortedMap<String, String> members(JsonIndex index, int object) {
        SortedMap<String, String> members = new TreeMap<>();
        int end = index.after(object);
        for (int key = object + 1; key < end; key = index.after(key + 1)) {
            if (index.kind(key + 1) != Kind.NULL && !index.is(key, "cache_control")) {
                members.put(index.string(key), value(index, key + 1));
            }
        }
        return members;
    }

    private static String value(JsonIndex index, int node) {
        return switch (index.kind(node)) {
            case OBJECT -> hash(members(index, node));
            case ARRAY -> array(index, node);
            case STRING -> string(index.string(node));
            default -> "=" + index.string(node);
        };
    }

    private static String array(JsonIndex index, int array) {
        Digest digest = new Digest().add("[");
        int end = index.after(array);
        for (int child = array + 1; child < end; child = index.after(child)) {
            digest.add(value(index, child));
        }
        return digest.text();
    }

    private static String string(String text) {
        return new Digest().add("\"").add(text).text();
    }

    private static String hash(SortedMap<String, String> members) {
        Digest digest = new Digest().add("{");
        members.forEach((name, value) -> digest.add(name).add(value));
        return digest.text();
    }
}
