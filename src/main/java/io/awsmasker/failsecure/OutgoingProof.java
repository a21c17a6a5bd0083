package io.awsmasker.failsecure;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second scan: reads the exact bytes that are about to leave and names the first identifier that still stands there.
 * It shares no code and no table with the masking scanner, so that one mistake cannot blind both.
 *
 * <p>A body without escapes is read in place; any other is read through a window of {@value #WINDOW} bytes in which
 * escapes stand for the characters they mean. Time is linear in the body and in the originals, whatever they contain;
 * memory is the window and about 20 bytes for each byte of the originals.
 */
public final class OutgoingProof {
    private static final int WINDOW = 32 * 1024;

    /** No shape is judged by more than this many bytes to either side of its anchor. */
    private static final int CONTEXT = 512;

    private OutgoingProof() {}

    /**
     * Looks for self-identifying shapes and for masked values that still stand as whole words.
     *
     * @param body holds the outgoing bytes; not changed
     * @param from index of the first outgoing byte
     * @param to index after the last one
     * @param originals distinctive values that this request masked, unescaped; those under four bytes of UTF-8 and those
     *     that have the form of a token are ignored
     * @return the first shape or original found (of several, not always the leftmost), or empty when the body may leave
     * @throws IndexOutOfBoundsException when {@code from} and {@code to} are no range of the body
     */
    public static Optional<Leak> check(byte[] body, int from, int to, Collection<String> originals) {
        Objects.checkFromToIndex(from, to, body.length);
        ProofOriginals words = new ProofOriginals(originals);
        Leak leak = ProofText.firstEscape(body, from, to) == to
                ? look(body, from, to, from, to, words)
                : throughWindow(body, from, to, words);
        return Optional.ofNullable(leak);
    }

    private static @Nullable Leak throughWindow(byte[] body, int from, int to, ProofOriginals words) {
        ProofText text = new ProofText(body, from, to);
        byte[] window = new byte[Math.min(WINDOW, to - from) + ProofText.SLACK];
        int base = 0;
        int filled = 0;
        int next = 0;
        while (true) {
            int end = text.fill(window, filled);
            int stop = text.isDone() ? end : end - CONTEXT;
            Leak leak = look(window, 0, end, next, stop, words);
            if (leak != null) {
                return new Leak(leak.kind(), ProofText.rawOffset(body, from, to, base + leak.offset()));
            }
            if (text.isDone()) {
                return null;
            }
            int kept = stop - CONTEXT;
            System.arraycopy(window, kept, window, 0, end - kept);
            base += kept;
            filled = end - kept;
            next = CONTEXT;
        }
    }

    private static @Nullable Leak look(byte[] b, int lo, int hi, int start, int stop, ProofOriginals words) {
        Leak shape = ProofShapes.scan(b, lo, hi, start, stop);
        return shape != null ? shape : words.scan(b, lo, hi, start, stop);
    }
}
