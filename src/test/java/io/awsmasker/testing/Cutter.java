package io.awsmasker.testing;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a block into deltas: the pieces joined are the text, and no piece cuts a surrogate pair. */
@FunctionalInterface
public interface Cutter {
    List<String> cut(String text);

    static Cutter whole() {
        return text -> text.isEmpty() ? List.of() : List.of(text);
    }

    /** Pieces of {@code size} code points; the last may be shorter. */
    static Cutter every(int size) {
        return text -> {
            List<String> pieces = new ArrayList<>();
            for (int from = 0; from < text.length(); ) {
                int to = text.offsetByCodePoints(from, Math.min(size, text.codePointCount(from, text.length())));
                pieces.add(text.substring(from, to));
                from = to;
            }
            return pieces;
        };
    }

    /** Two pieces: {@code offset} code points, then the rest. A text that is not longer stays whole. */
    static Cutter at(int offset) {
        return text -> {
            if (offset <= 0 || text.codePointCount(0, text.length()) <= offset) {
                return whole().cut(text);
            }
            int at = text.offsetByCodePoints(0, offset);
            return List.of(text.substring(0, at), text.substring(at));
        };
    }
}
