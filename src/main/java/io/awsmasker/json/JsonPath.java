package io.awsmasker.json;

import io.awsmasker.json.JsonIndex.Kind;
import java.util.function.Predicate;

/**
 * Writes where a node stands, as {@code messages[0].content[1].text}. Walks down from the root and steps over siblings: the
 * index keeps no way upwards, because paths are told only when something is refused. A member whose name must not be told is
 * counted: {@code input.<member 0>}.
 */
final class JsonPath {
    private final JsonIndex index;
    private final Predicate<String> shown;
    private final StringBuilder path = new StringBuilder();

    private JsonPath(JsonIndex index, Predicate<String> shown) {
        this.index = index;
        this.shown = shown;
    }

    /** The path of a node; the path of a key is that of its value. Linear in the siblings before the way down. */
    static String of(JsonIndex index, int node, Predicate<String> shown) {
        return new JsonPath(index, shown).down(node).path.toString();
    }

    /** The path of what was being read when parsing stopped inside {@code container} (-1: inside none). */
    static String ofUnfinished(JsonIndex index, int container, Predicate<String> shown) {
        if (container < 0) {
            return "";
        }
        int last = index.size() - 1;
        if (index.kind(last) == Kind.KEY) {
            return of(index, last, shown);
        }
        JsonPath path = new JsonPath(index, shown).down(container);
        if (index.kind(container) == Kind.ARRAY) {
            int position = 0;
            for (int child = container + 1; child < index.size(); child = index.after(child)) {
                position++;
            }
            path.element(position);
        }
        return path.path.toString();
    }

    private JsonPath down(int node) {
        int at = JsonIndex.ROOT;
        while (at != node) {
            at = index.kind(at) == Kind.ARRAY ? intoArray(at, node) : intoObject(at, node);
        }
        return this;
    }

    private int intoArray(int array, int node) {
        int position = 0;
        int child = array + 1;
        while (index.after(child) <= node) {
            child = index.after(child);
            position++;
        }
        element(position);
        return child;
    }

    private int intoObject(int object, int node) {
        int position = 0;
        int key = object + 1;
        while (node > key && index.after(key + 1) <= node) {
            key = index.after(key + 1);
            position++;
        }
        member(index.string(key), position);
        return node == key ? key : key + 1;
    }

    private void element(int position) {
        path.append('[').append(position).append(']');
    }

    private void member(String name, int position) {
        if (path.length() > 0) {
            path.append('.');
        }
        if (shown.test(name)) {
            path.append(name);
        } else {
            path.append("<member ").append(position).append('>');
        }
    }
}
