package io.awsmasker.claude;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Recognises a block of content that comes back: a hash of what it says, whatever the order of its members and however its
 * strings are escaped, because SDKs write them anew. Only what can say nothing does not count, for all else in a block that
 * is recognised leaves unread: members of the protocol that are null, and marks for the prompt cache.
 */
final class Fingerprint {
    private static final Set<String> CACHE_MARK = Set.of("type", "ephemeral", "ttl", "5m", "1h");

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
            if (!saysNothing(index, key)) {
                members.merge(index.string(key), value(index, key + 1), Fingerprint::twice);
            }
        }
        return members;
    }

    private static boolean saysNothing(JsonIndex index, int key) {
        int value = key + 1;
        if (index.kind(value) == Kind.NULL) {
            return Place.isProtocolWord(index.string(key));
        }
        return index.is(key, "cache_control") && index.kind(value) == Kind.OBJECT && isCacheMark(index, value);
    }

    private static boolean isCacheMark(JsonIndex index, int object) {
        boolean mark = true;
        for (int node = object + 1; node < index.after(object); node++) {
            Kind kind = index.kind(node);
            mark &= (kind == Kind.KEY || kind == Kind.STRING) && CACHE_MARK.contains(index.string(node));
        }
        return mark;
    }

    /** A name that stands twice: readers do not agree on which of the two counts. */
    private static String twice(String one, String other) {
        return new Digest().add("twice").add(one).add(other).text();
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
