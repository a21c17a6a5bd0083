package io.awsmasker.mapping;

import java.util.ArrayList;
import java.util.List;

/** A list in pieces that are small enough for one request, or for one round trip. */
final class Parts {
    private Parts() {}

    static <T> List<List<T>> of(List<T> whole, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int start = 0; start < whole.size(); start += size) {
            parts.add(whole.subList(start, Math.min(start + size, whole.size())));
        }
        return parts;
    }
}
