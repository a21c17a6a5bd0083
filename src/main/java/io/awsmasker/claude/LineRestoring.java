package io.awsmasker.claude;

import io.awsmasker.claude.AnswerWalk.TextNode;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import io.awsmasker.mask.Replacement;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Restores the results of a batch: a JSON value on each line, of any length and in any number. All lines that end in one
 * piece are looked up together and then forgotten, so memory holds one piece and one line, however long the answer is.
 */
public final class LineRestoring implements PiecewiseRestoring {
    private static final int LONGEST_LINE = 64 << 20;

    private final Supplier<Answering> answerings;
    private final StoredIds stored;
    private ByteArrayOutputStream rest = new ByteArrayOutputStream();

    /**
     * @param answerings gives what some lines need
     * @param stored what is kept at Anthropic and named in the answer
     */
    public LineRestoring(Supplier<Answering> answerings, StoredIds stored) {
        this.answerings = answerings;
        this.stored = stored;
    }

    @Override
    public CompletionStage<byte[]> accept(byte[] piece) {
        int end = piece.length;
        while (end > 0 && piece[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            keep(piece, 0);
            return CompletableFuture.completedStage(new byte[0]);
        }
        rest.write(piece, 0, end);
        byte[] lines = rest.toByteArray();
        rest = new ByteArrayOutputStream();
        keep(piece, end);
        return restored(lines);
    }

    /** The last line may have no line end. */
    @Override
    public CompletionStage<byte[]> end() {
        return restored(rest.toByteArray());
    }

    @Override
    public int held() {
        return rest.size();
    }

    private void keep(byte[] piece, int from) {
        if (rest.size() + piece.length - from > LONGEST_LINE) {
            throw new InvalidBody("a line of the results is longer than " + (LONGEST_LINE >> 20) + " MB");
        }
        rest.write(piece, from, piece.length - from);
    }

    private CompletionStage<byte[]> restored(byte[] lines) {
        Answering answering = answerings.get();
        List<Line> read = lines(lines, answering.restoresThoughts());
        List<Passage> passages = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Line line : read) {
            passages.addAll(line.passages());
            ids.addAll(stored.in(line.index()));
        }
        return stored.remember(ids)
                .thenCompose(done -> answering.restoration().restore(passages))
                .thenCompose(replacements -> {
                    byte[] restored = joined(answering, read, replacements);
                    AnswerNotes notes = answering.notes();
                    return notes == null
                            ? CompletableFuture.completedStage(restored)
                            : notes.keep().thenApply(kept -> restored);
                });
    }

    private static byte[] joined(Answering answering, List<Line> lines, List<List<Replacement>> replacements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        for (Line line : lines) {
            int next = at + line.passages().size();
            out.writeBytes(line.restored(answering, replacements.subList(at, next)));
            at = next;
        }
        return out.toByteArray();
    }

    private static List<Line> lines(byte[] bytes, boolean thoughts) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            end = Math.min(bytes.length, end + 1);
            lines.add(Line.of(Arrays.copyOfRange(bytes, start, end), thoughts));
            start = end;
        }
        return lines;
    }

    /** One line with its line end; without spots, it leaves as it came. */
    private record Line(JsonIndex index, AnswerWalk walk) {
        static Line of(byte[] bytes, boolean thoughts) {
            try {
                JsonIndex index = JsonIndex.parse(bytes, 0, bytes.length, AnswerRestoring.MAX_DEPTH);
                return new Line(index, AnswerWalk.of(index, JsonIndex.ROOT, thoughts));
            } catch (JsonSyntaxException e) {
                throw new InvalidBody("a line of the results is no JSON");
            }
        }

        List<Passage> passages() {
            return walk.spots().stream().map(TextNode::passage).toList();
        }

        byte[] restored(Answering answering, List<List<Replacement>> replacements) {
            if (answering.notes() != null) {
                AnswerRestoring.noteSigned(answering.notes(), index, walk, replacements);
            }
            Splice splice = AnswerRestoring.splice(answering, index, walk, replacements);
            return splice.isEmpty() ? index.text() : splice.toBytes();
        }
    }
}
