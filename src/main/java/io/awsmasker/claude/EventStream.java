package io.awsmasker.claude;

import io.awsmasker.claude.StreamedBlock.Kind;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonString;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Restores a stream of Claude's events. An event leaves with the bytes it came with unless a token in it was restored; only
 * the texts of deltas are kept back, and only as far as they can still become a token.
 *
 * <p>Pieces are given one after another: the next one when the stage of the last has completed.
 */
public final class EventStream implements PiecewiseRestoring {
    /** Results of tools come whole in one event, and may have megabytes. */
    private static final int LONGEST_EVENT = 16 << 20;

    private static final int MAX_DEPTH = 1_000;

    private final Answering answering;
    private final StoredIds stored;
    private final EventParser parser = new EventParser(LONGEST_EVENT);
    private boolean begun;
    private final Map<Long, OpenBlock> open = new LinkedHashMap<>();

    /**
     * @param stored what is kept at Anthropic and named in the stream; remembered before its event leaves
     */
    public EventStream(Answering answering, StoredIds stored) {
        this.answering = answering;
        this.stored = stored;
    }

    @Override
    public CompletionStage<byte[]> accept(byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(piece.length + 64);
        return events(parser.accept(piece).iterator(), out).thenApply(done -> out.toByteArray());
    }

    @Override
    public CompletionStage<byte[]> end() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ServerSentEvent> last = parser.finish();
        if (!begun && last.isEmpty() && parser.hasRest()) {
            throw new UnreadableAnswer("it is called a stream of events and holds none");
        }
        return events(last.iterator(), out)
                .thenCompose(done -> closeAll(out))
                .thenCompose(done -> keep())
                .thenApply(done -> out.toByteArray());
    }

    @Override
    public int held() {
        int held = parser.held();
        for (OpenBlock block : open.values()) {
            held += block.held();
        }
        return held;
    }

    private CompletionStage<Void> events(Iterator<ServerSentEvent> events, ByteArrayOutputStream out) {
        while (events.hasNext()) {
            begun = true;
            CompletableFuture<Void> step = event(events.next(), out).toCompletableFuture();
            if (!step.isDone() || step.isCompletedExceptionally()) {
                return step.thenCompose(done -> events(events, out));
            }
        }
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> event(ServerSentEvent event, ByteArrayOutputStream out) {
        JsonIndex data;
        try {
            data = JsonIndex.parse(event.data(), 0, event.data().length, MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            out.writeBytes(event.raw());
            return CompletableFuture.completedStage(null);
        }
        String type = string(data, JsonIndex.ROOT, "type");
        List<String> ids = ids(type, data);
        return ids.isEmpty()
                ? restored(event, type, data, out)
                : stored.remember(ids).thenCompose(done -> restored(event, type, data, out));
    }

    private List<String> ids(String type, JsonIndex data) {
        return switch (type) {
            case "message_start", "content_block_start", "message_delta" -> stored.in(data);
            default -> List.of();
        };
    }

    private CompletionStage<Void> restored(
            ServerSentEvent event, String type, JsonIndex data, ByteArrayOutputStream out) {
        return switch (type) {
            case "content_block_start" -> start(event, data, out);
            case "content_block_delta" -> delta(event, data, out);
            case "content_block_stop" -> close(index(data), out).thenCompose(done -> whole(event, data, out));
            case "message_stop" ->
                closeAll(out).thenCompose(done -> keep()).thenCompose(done -> whole(event, data, out));
            case "message_delta", "error" -> closeAll(out).thenCompose(done -> whole(event, data, out));
            default -> whole(event, data, out);
        };
    }

    private CompletionStage<Void> delta(ServerSentEvent event, JsonIndex data, ByteArrayOutputStream out) {
        int delta = data.member(JsonIndex.ROOT, "delta");
        String type = delta < 0 ? "" : string(data, delta, "type");
        Kind kind = Kind.of(type);
        if (kind != null) {
            return piece(event, data, delta, kind, out);
        }
        if (type.equals("signature_delta") || type.equals("compaction_delta")) {
            return sealed(event, data, delta, out);
        }
        return whole(event, data, out);
    }

    /** Members of a signed block: they pass as they are, behind the text that they seal. */
    private CompletionStage<Void> sealed(ServerSentEvent event, JsonIndex data, int delta, ByteArrayOutputStream out) {
        OpenBlock block = block(index(data));
        int end = data.after(delta);
        for (int key = delta + 1; key < end; key = data.after(key + 1)) {
            if (!data.is(key, "type") && data.kind(key + 1) == JsonIndex.Kind.STRING) {
                block.assign(data.string(key), data.string(key + 1));
            }
        }
        return block.flush(out).thenAccept(done -> out.writeBytes(event.raw()));
    }

    /** A text block may begin with text of its own, which its deltas go on with. */
    private CompletionStage<Void> start(ServerSentEvent event, JsonIndex data, ByteArrayOutputStream out) {
        int object = data.member(JsonIndex.ROOT, "content_block");
        String type = object < 0 ? "" : string(data, object, "type");
        block(index(data)).started(data, object, type);
        Kind kind = type.equals("text") ? Kind.TEXT : type.equals("thinking") ? Kind.THINKING : null;
        boolean begun = kind != null && !string(data, object, kind.member()).isEmpty();
        return kind != null && begun ? piece(event, data, object, kind, out) : whole(event, data, out);
    }

    private CompletionStage<Void> piece(
            ServerSentEvent event, JsonIndex data, int object, Kind kind, ByteArrayOutputStream out) {
        int piece = data.member(object, kind.member());
        if (piece < 0 || data.kind(piece) != JsonIndex.Kind.STRING) {
            return whole(event, data, out);
        }
        String text = data.string(piece);
        return block(index(data)).text(kind).append(text).thenAccept(restored -> {
            if (restored.equals(text)) {
                out.writeBytes(event.raw());
            } else {
                Splice splice = new Splice(data.text(), data.text().length);
                splice.replace(data.start(piece), data.end(piece), JsonString.escape(restored));
                out.writeBytes(event.withData(splice.toBytes()));
            }
        });
    }

    private CompletionStage<Void> whole(ServerSentEvent event, JsonIndex data, ByteArrayOutputStream out) {
        return AnswerRestoring.restore(answering, data, JsonIndex.ROOT)
                .thenAccept(
                        splice -> out.writeBytes(splice.isEmpty() ? event.raw() : event.withData(splice.toBytes())));
    }

    private OpenBlock block(long index) {
        return open.computeIfAbsent(index, i -> new OpenBlock(answering, i));
    }

    /** Lets go what a block has kept back, and notes what it said. */
    private CompletionStage<Void> close(long index, ByteArrayOutputStream out) {
        OpenBlock block = open.remove(index);
        return block == null
                ? CompletableFuture.completedStage(null)
                : block.flush(out).thenCompose(done -> block.note());
    }

    private CompletionStage<Void> closeAll(ByteArrayOutputStream out) {
        CompletionStage<Void> closed = CompletableFuture.completedStage(null);
        for (long index : List.copyOf(open.keySet())) {
            closed = closed.thenCompose(done -> close(index, out));
        }
        return closed;
    }

    private CompletionStage<Void> keep() {
        AnswerNotes notes = answering.notes();
        return notes == null ? CompletableFuture.completedStage(null) : notes.keep();
    }

    private static String string(JsonIndex data, int object, String member) {
        int node = data.member(object, member);
        return node >= 0 && data.kind(node) == JsonIndex.Kind.STRING ? data.string(node) : "";
    }

    private static long index(JsonIndex data) {
        int node = data.member(JsonIndex.ROOT, "index");
        return node < 0 || data.kind(node) != JsonIndex.Kind.NUMBER
                ? 0
                : Math.round(Double.parseDouble(data.string(node)));
    }
}
