package io.awsmasker.failsecure;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second scan: reads the bytes that are about to leave and names the first identifier that still stands there.
 * It shares no code and no table with the masking scanner, so that one mistake cannot blind both; only what the operator
 * exempts is told by the catalogue's families.
 *
 * <p>A body without escapes is read in place; any other is read through a window of {@value #WINDOW} bytes in which
 * escapes stand for the characters they mean. Time is linear in the body and in the originals, whatever they contain;
 * memory is the window and about 20 bytes for each byte of the originals.
 */
public final class OutgoingProof {
    private static final int WINDOW = 32 * 1024;

    /** No shape is judged by more than this many bytes to either side of its anchor. */
    private static final int CONTEXT = 512;

    private final ProofOriginals words;
    private final ProofExemptions exemptions;

    /**
     * A proof against these originals; it may be asked about several texts, one after another.
     *
     * @param originals distinctive values that this request masked, unescaped; those under four bytes of UTF-8 and those
     *     that have the form of a token are ignored
     * @param exemptions the shapes that the operator wants to leave; originals are looked for all the same
     */
    public OutgoingProof(Collection<String> originals, ProofExemptions exemptions) {
        this.words = new ProofOriginals(originals);
        this.exemptions = exemptions;
    }

    /**
     * Looks for self-identifying shapes and for masked values that still stand as whole words.
     *
     * @param body holds the outgoing bytes; not changed
     * @param from index of the first outgoing byte
     * @param to index after the last one
     * @return the first shape or original found (of several, not always the leftmost), or empty when the body may leave
     * @throws IndexOutOfBoundsException when {@code from} and {@code to} are no range of the body
     */
    public Optional<Leak> check(byte[] body, int from, int to) {
        Objects.checkFromToIndex(from, to, body.length);
        byte[] blanked = exemptions.blanked(body, from, to);
        Leak leak = read(blanked == null ? body : blanked, from, to, true);
        if (leak == null && blanked != null) {
            leak = read(body, from, to, false);
        }
        return Optional.ofNullable(leak);
    }

    private @Nullable Leak read(byte[] body, int from, int to, boolean shapes) {
        words.restart();
        return ProofText.firstEscape(body, from, to) == to
                ? look(body, from, to, from, to, shapes)
                : throughWindow(body, from, to, shapes);
    }

    private @Nullable Leak throughWindow(byte[] body, int from, int to, boolean shapes) {
        ProofText text = new ProofText(body, from, to);
        byte[] window = new byte[Math.min(WINDOW, to - from) + ProofText.SLACK];
        int base = 0;
        int filled = 0;
        int next = 0;
        while (true) {
            int end = text.fill(window, filled);
            int stop = text.isDone() ? end : end - CONTEXT;
            Leak leak = look(window, 0, end, next, stop, shapes);
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

    private @Nullable Leak look(byte[] b, int lo, int hi, int start, int stop, boolean shapes) {
        Leak shape = shapes ? ProofShapes.scan(b, lo, hi, start, stop, exemptions.kinds()) : null;
        return shape != null ? shape : words.scan(b, lo, hi, start, stop);
    }
}
