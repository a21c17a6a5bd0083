package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.json.JsonString;
import io.awsmasker.json.PartialStringLexer;
import io.awsmasker.mask.Restoration;
import io.awsmasker.mask.StreamedText;
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

    private final Kind kind;
    private final long index;
    private final StreamedText text;

    StreamedBlock(Restoration restoration, Kind kind, long index) {
        this.kind = kind;
        this.index = index;
        this.text = kind == Kind.TEXT ? restoration.plainText() : restoration.text(stringUnits());
    }

    /** What may leave once this piece has come. */
    CompletionStage<String> append(String piece) {
        return text.append(piece);
    }

    /** An event with what was kept back, or no bytes when nothing was. */
    CompletionStage<byte[]> finish() {
        return text.finish().thenApply(rest -> rest.isEmpty() ? new byte[0] : delta(rest));
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
