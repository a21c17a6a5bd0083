package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.UNDERSCORE;
import static io.awsmasker.failsecure.ProofBytes.UPPER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds masked values that still stand as whole words. A bit set of their first four bytes passes nearly all of a body;
 * the automaton behind it is built when the filter first lets something through and never reads a byte twice.
 *
 * <p>Time: one hash for each byte of the body, at most 256 comparisons for each that the automaton reads.
 */
final class ProofOriginals {
    private static final int SHORTEST = 4;
    private static final int BITS_FOR_EACH = 64;
    private static final int MOST_BITS = 1 << 20;
    private static final int LEAST_BITS = 1 << 10;

    private final List<byte[]> values = new ArrayList<>();
    private final long[] firsts;
    private final int shift;
    private @Nullable ProofAutomaton automaton;
    private int state = ProofAutomaton.ROOT;

    ProofOriginals(Collection<String> originals) {
        for (String original : originals) {
            byte[] value = original.getBytes(StandardCharsets.UTF_8);
            if (value.length >= SHORTEST && !isToken(value)) {
                values.add(value);
            }
        }
        int bits = (int) Math.max(LEAST_BITS, Math.min(MOST_BITS, (long) values.size() * BITS_FOR_EACH));
        int log = Integer.SIZE - Integer.numberOfLeadingZeros(bits - 1);
        firsts = new long[1 << (log - 6)];
        shift = Integer.SIZE - log;
        for (byte[] value : values) {
            int hash = hash(value, 0);
            firsts[hash >>> 6] |= 1L << hash;
        }
    }

    /** Goes on where the last call stopped: {@code start} must be the byte after the last one read. */
    @Nullable
    Leak scan(byte[] b, int lo, int hi, int start, int stop) {
        if (values.isEmpty()) {
            return null;
        }
        int i = start;
        while (i < stop) {
            if (state == ProofAutomaton.ROOT) {
                i = candidate(b, i, Math.min(stop, hi - SHORTEST + 1));
                if (i < 0) {
                    return null;
                }
                boolean starts = !ProofBytes.is(b[i], ProofBytes.WORD) || ProofBytes.startsWord(b, lo, i);
                state = starts ? automaton().start(b[i]) : ProofAutomaton.ROOT;
                i++;
                continue;
            }
            state = automaton().next(state, b[i]);
            if (state == ProofAutomaton.ROOT) {
                continue;
            }
            i++;
            int length = automaton().lengthAt(state);
            if (length > 0 && (i >= hi || ProofBytes.isBoundary(b[i - 1], b[i]))) {
                return new Leak(Leak.ORIGINAL, i - length);
            }
        }
        return null;
    }

    /** Another text begins. */
    void restart() {
        state = ProofAutomaton.ROOT;
    }

    private int candidate(byte[] b, int start, int stop) {
        for (int i = start; i < stop; i++) {
            int hash = hash(b, i);
            if ((firsts[hash >>> 6] & 1L << hash) != 0) {
                return i;
            }
        }
        return -1;
    }

    private int hash(byte[] b, int i) {
        return (ProofBytes.fourAt(b, i) * 0x9E3779B1) >>> shift;
    }

    private ProofAutomaton automaton() {
        ProofAutomaton built = automaton;
        if (built == null) {
            built = new ProofAutomaton(values);
            automaton = built;
        }
        return built;
    }

    /** Whether the value has the form of a token: as such it may rightly stand for something else. */
    private static boolean isToken(byte[] value) {
        int name = ProofBytes.runEnd(value, value.length, 0, UPPER | DIGIT, value.length);
        boolean named = name > 0 && name < value.length && ProofBytes.is(value[0], UPPER);
        int digits = value.length - name - 1;
        return named
                && ProofBytes.is(value[name], UNDERSCORE)
                && digits >= 3
                && ProofBytes.runEnd(value, value.length, name + 1, DIGIT, digits) == value.length;
    }
}
