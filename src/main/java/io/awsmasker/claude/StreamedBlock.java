package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.json.JsonString;
import io.awsmasker.json.PartialStringLexer;
import io.awsmasker.mask.StreamedText;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The text of one content block that arrives in deltas of one kind. Tokens may be cut between any two of them, so what can
 * still become a token waits here for the next.
 */
final class StreamedBlock {
    /** The deltas whose pieces join to one text. */
    enum Kind {
        TEXT("text_delta", "text"),
        THINKING("thinking_delta", "thinking"),
        JSON("input_json_delta", "partial_json");

        private final String type;
        private final String member;

        Kind(String type, String member) {
            this.type = type;
            this.member = member;
        }

        /** The member of the delta that holds the piece. */
        String member() {
            return member;
        }

        /** The kind with this {@code type}, or null for deltas that stand each for itself. */
        static @Nullable Kind of(String type) {
            for (Kind kind : values()) {
                if (kind.type.equals(type)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** What is noted of one text; a longer one is not recognised when it comes back. */
    private static final int LONGEST_NOTED = 8 << 20;

    private final Kind kind;
    private final long index;
    private final @Nullable StreamedText text;
    private final @Nullable StringBuilder written;

    StreamedBlock(Answering answering, Kind kind, long index) {
        this.kind = kind;
        this.index = index;
        this.text = switch (kind) {
            case TEXT -> answering.restoration().plainText();
            case THINKING ->
                answering.restoresThoughts() ? answering.restoration().plainText() : null;
            case JSON -> answering.restoration().text(stringUnits());
        };
        this.written = answering.notes() == null ? null : new StringBuilder();
    }

    /** What may leave once this piece has come. */
    CompletionStage<String> append(String piece) {
        if (written != null && written.length() <= LONGEST_NOTED) {
            written.append(piece);
        }
        return text == null ? CompletableFuture.completedStage(piece) : text.append(piece);
    }

    /** An event with what was kept back, or no bytes when nothing was. */
    CompletionStage<byte[]> finish() {
        CompletionStage<String> rest = text == null ? CompletableFuture.completedStage("") : text.finish();
        return rest.thenApply(last -> last.isEmpty() ? new byte[0] : delta(last));
    }

    int held() {
        return written == null ? 0 : written.length();
    }

    /** The text as Claude wrote it, or null when nobody asks for it or it is too long. */
    @Nullable
    String written() {
        return written == null || written.length() > LONGEST_NOTED ? null : written.toString();
    }

    private byte[] delta(String piece) {
        StringBuilder data = new StringBuilder("{\"type\":\"content_block_delta\",\"index\":")
                .append(index)
                .append(",\"delta\":{\"type\":\"")
                .append(kind.type)
                .append("\",\"")
                .append(kind.member)
                .append("\":\"");
        JsonString.escapeTo(piece, data);
        return ServerSentEvent.written(
                "content_block_delta", data.append("\"}}").toString().getBytes(UTF_8));
    }

    /** Tokens stand inside the strings of the partial JSON; its structure is no text. */
    private static StreamedText.Units stringUnits() {
        PartialStringLexer lexer = new PartialStringLexer();
        return character -> {
            if (!lexer.accept(character)) {
                return StreamedText.Units.INCOMPLETE;
            }
            return lexer.content() ? lexer.decoded() : StreamedText.Units.NO_TEXT;
        };
    }
}
