package io.awsmasker.mask;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Restores a text that arrives in pieces cut anywhere. It keeps back only the longest suffix that can still become a token,
 * so at most {@link TokenGrammar#LONGEST} characters; all else leaves at once. The next piece may be given when the stage of
 * the last one has completed.
 */
public final class StreamedText {
    /** Reads the text one UTF-16 unit at a time and says what a reader of it sees. */
    @FunctionalInterface
    public interface Units {
        /** The character is a part of something that is not complete yet. */
        int INCOMPLETE = -1;
        /** The character is no text, and no token reaches over it. */
        int NO_TEXT = -2;

        /** What the text shows after this character: a UTF-16 unit, or one of the two constants. */
        int next(char character);
    }

    /** A longer piece is read in several, because what is known of each of its units takes several times its room. */
    private static final int MOST_AT_ONCE = 1 << 16;

    /** As far back as a boundary looks. */
    private static final int CONTEXT = 32;

    private static final byte NO_TOKEN = (byte) 0x80;

    private final Restoration restoration;
    private final Units units;
    private final StringBuilder raw = new StringBuilder();
    private byte[] seen = new byte[128];
    private int[] rawEnd = new int[128];
    private int context;
    private int count;
    private boolean finished;

    StreamedText(Restoration restoration, Units units) {
        this.restoration = restoration;
        this.units = units;
    }

    /** What may leave once this piece has come, restored; complete at once unless a token must be looked up. */
    public CompletionStage<String> append(String piece) {
        return append(piece, 0, new StringBuilder());
    }

    private CompletionStage<String> append(String piece, int from, StringBuilder left) {
        int at = from;
        while (piece.length() - at > MOST_AT_ONCE) {
            int end = at + MOST_AT_ONCE;
            read(piece, at, end);
            CompletableFuture<String> part = restored().toCompletableFuture();
            if (!part.isDone() || part.isCompletedExceptionally()) {
                return part.thenCompose(restored -> append(piece, end, left.append(restored)));
            }
            left.append(part.join());
            at = end;
        }
        read(piece, at, piece.length());
        return left.isEmpty()
                ? restored()
                : restored().thenApply(restored -> left.append(restored).toString());
    }

    private void read(String piece, int from, int to) {
        for (int i = from; i < to; i++) {
            char character = piece.charAt(i);
            raw.append(character);
            int shown = units.next(character);
            if (shown != Units.INCOMPLETE) {
                addUnit(shown >= 0 && shown < 0x80 ? (byte) shown : NO_TOKEN);
            }
        }
    }

    /** What was kept back, restored, now that nothing follows. */
    public CompletionStage<String> finish() {
        finished = true;
        return restored();
    }

    private CompletionStage<String> restored() {
        List<String> tokens = new ArrayList<>();
        forEachToken(open(), (start, end) -> tokens.add(word(start, end)));
        return restoration.learn(tokens).thenApply(known -> take());
    }

    private String take() {
        int end = open();
        StringBuilder out = new StringBuilder();
        int[] copied = {0};
        forEachToken(end, (start, stop) -> {
            out.append(raw, copied[0], rawStart(start)).append(restoration.original(word(start, stop)));
            copied[0] = rawEnd[stop - 1];
        });
        int rawStop = finished ? raw.length() : rawStart(end);
        out.append(raw, copied[0], rawStop);
        drop(end, rawStop);
        return out.toString();
    }

    private void forEachToken(int end, TokenGrammar.Sink sink) {
        restoration.grammar().find(seen, 0, count, (start, stop) -> {
            if (start >= context && stop <= end) {
                sink.token(start, stop);
            }
        });
    }

    private int open() {
        return finished ? count : restoration.grammar().openSuffix(seen, context, count);
    }

    private int rawStart(int unit) {
        return unit == context ? 0 : rawEnd[unit - 1];
    }

    private String word(int start, int end) {
        return new String(seen, start, end - start, US_ASCII);
    }

    private void addUnit(byte shown) {
        if (count == seen.length) {
            seen = Arrays.copyOf(seen, 2 * count);
            rawEnd = Arrays.copyOf(rawEnd, 2 * count);
        }
        seen[count] = shown;
        rawEnd[count] = raw.length();
        count++;
    }

    /** Forgets what has left, all but the few units that decide whether the next one stands at a boundary. */
    private void drop(int end, int rawStop) {
        raw.delete(0, rawStop);
        int kept = Math.max(0, end - CONTEXT);
        System.arraycopy(seen, kept, seen, 0, count - kept);
        for (int i = end; i < count; i++) {
            rawEnd[i - kept] = rawEnd[i] - rawStop;
        }
        context = end - kept;
        count -= kept;
    }
}
