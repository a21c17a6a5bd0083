package io.awsmasker.claude;

import io.awsmasker.claude.StreamedBlock.Kind;
import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonString;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import io.awsmasker.mask.Restoration;
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
    private static final int LONGEST_EVENT = 64 << 20;
    private static final int MAX_DEPTH = 1_000;

    private final Restoration restoration;
    private final StoredIds stored;
    private final EventParser parser = new EventParser(LONGEST_EVENT);
    private final Map<String, StreamedBlock> open = new LinkedHashMap<>();

    public EventStream(Restoration restoration) {
        this(restoration, StoredIds.NONE);
    }

    /**
     * @param stored what is kept at Anthropic and named in the stream; remembered before its event leaves
     */
    public EventStream(Restoration restoration, StoredIds stored) {
        this.restoration = restoration;
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
        return events(parser.finish().iterator(), out)
                .thenCompose(done -> flush("", out))
                .thenApply(done -> out.toByteArray());
    }

    private CompletionStage<Void> events(Iterator<ServerSentEvent> events, ByteArrayOutputStream out) {
        while (events.hasNext()) {
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
            case "content_block_stop" -> flush(index(data) + "/", out).thenCompose(done -> whole(event, data, out));
            case "message_delta", "message_stop", "error" ->
                flush("", out).thenCompose(done -> whole(event, data, out));
            default -> whole(event, data, out);
        };
    }

    private CompletionStage<Void> delta(ServerSentEvent event, JsonIndex data, ByteArrayOutputStream out) {
        int delta = data.member(JsonIndex.ROOT, "delta");
        Kind kind = delta < 0 ? null : Kind.of(string(data, delta, "type"));
        return kind == null ? whole(event, data, out) : piece(event, data, delta, kind, out);
    }

    /** A text block may begin with text of its own, which its deltas go on with. */
    private CompletionStage<Void> start(ServerSentEvent event, JsonIndex data, ByteArrayOutputStream out) {
        int block = data.member(JsonIndex.ROOT, "content_block");
        boolean begun = block >= 0
                && string(data, block, "type").equals("text")
                && !string(data, block, Kind.TEXT.member()).isEmpty();
        return begun ? piece(event, data, block, Kind.TEXT, out) : whole(event, data, out);
    }

    private CompletionStage<Void> piece(
            ServerSentEvent event, JsonIndex data, int object, Kind kind, ByteArrayOutputStream out) {
        int piece = data.member(object, kind.member());
        if (piece < 0 || data.kind(piece) != JsonIndex.Kind.STRING) {
            return whole(event, data, out);
        }
        long index = index(data);
        StreamedBlock block =
                open.computeIfAbsent(index + "/" + kind, id -> new StreamedBlock(restoration, kind, index));
        String text = data.string(piece);
        return block.append(text).thenAccept(restored -> {
            if (restored.equals(text)) {
                out.writeBytes(event.raw());
            } else {
                Splice splice = new Splice(data.text(), 0, data.text().length);
                splice.replace(data.start(piece), data.end(piece), JsonString.escape(restored));
                out.writeBytes(event.withData(splice.toBytes()));
            }
        });
    }

    private CompletionStage<Void> whole(ServerSentEvent event, JsonIndex data, ByteArrayOutputStream out) {
        return AnswerRestoring.restore(restoration, data, JsonIndex.ROOT)
                .thenAccept(
                        splice -> out.writeBytes(splice.isEmpty() ? event.raw() : event.withData(splice.toBytes())));
    }

    /** Lets go what the blocks whose id begins like this have kept back. */
    private CompletionStage<Void> flush(String prefix, ByteArrayOutputStream out) {
        CompletionStage<Void> flushed = CompletableFuture.completedStage(null);
        for (Iterator<Map.Entry<String, StreamedBlock>> blocks = open.entrySet().iterator(); blocks.hasNext(); ) {
            Map.Entry<String, StreamedBlock> block = blocks.next();
            if (block.getKey().startsWith(prefix)) {
                blocks.remove();
                flushed = flushed.thenCompose(done -> block.getValue().finish().thenAccept(out::writeBytes));
            }
        }
        return flushed;
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
