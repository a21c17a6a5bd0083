package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds in an answer what Anthropic keeps for its caller: the container that ran code, the files that tools made, the message
 * that a thread goes on from. Only the protocol's own members count, never what a model wrote into the input of a tool.
 */
public final class StoredIds {
    /** Remembers nothing. */
    static final StoredIds NONE = new StoredIds(false, ids -> CompletableFuture.completedStage(null));

    private static final List<byte[]> SIGNS =
            List.of("\"container\"".getBytes(US_ASCII), "\"file_id\"".getBytes(US_ASCII));

    private final boolean messages;
    private final Function<List<String>, CompletionStage<Void>> memory;

    /**
     * @param messages whether the ids of messages count, since a thread may go on from them
     * @param memory is told the ids, and done before the answer leaves
     */
    public StoredIds(boolean messages, Function<List<String>, CompletionStage<Void>> memory) {
        this.messages = messages;
        this.memory = memory;
    }

    /** The id of the object that an answer is, alone in a list; empty when it is none. */
    public static List<String> own(byte[] answer) {
        JsonIndex index = parsed(answer);
        return index == null ? List.of() : string(index, JsonIndex.ROOT, "id");
    }

    /** Remembers what is in a whole answer; a search for their names spares most answers the parsing. */
    public CompletionStage<Void> noticed(byte[] answer) {
        boolean any = messages || SIGNS.stream().anyMatch(sign -> contains(answer, sign));
        JsonIndex index = any ? parsed(answer) : null;
        return remember(index == null ? List.of() : in(index));
    }

    CompletionStage<Void> remember(List<String> ids) {
        return ids.isEmpty() ? CompletableFuture.completedStage(null) : memory.apply(ids);
    }

    /** The ids in a parsed answer or event. */
    List<String> in(JsonIndex index) {
        List<String> ids = new ArrayList<>();
        for (int node = 0; node < index.size(); node++) {
            if (messages && index.kind(node) == Kind.OBJECT && isMessage(index, node)) {
                ids.addAll(string(index, node, "id"));
            } else if (index.is(node, "input") && index.kind(node) == Kind.KEY) {
                node = index.after(node + 1) - 1;
            } else if (index.kind(node) == Kind.KEY) {
                ids.addAll(named(index, node));
            }
        }
        return ids;
    }

    private static List<String> named(JsonIndex index, int key) {
        if (index.is(key, "container")) {
            return string(index, key + 1, "id");
        }
        boolean file = index.is(key, "file_id") && index.kind(key + 1) == Kind.STRING;
        return file ? List.of(index.string(key + 1)) : List.of();
    }

    private static boolean isMessage(JsonIndex index, int object) {
        int type = index.member(object, "type");
        return type >= 0 && index.is(type, "message");
    }

    private static List<String> string(JsonIndex index, int object, String member) {
        int node = index.member(object, member);
        return node >= 0 && index.kind(node) == Kind.STRING ? List.of(index.string(node)) : List.of();
    }

    private static @Nullable JsonIndex parsed(byte[] answer) {
        try {
            return JsonIndex.parse(answer, 0, answer.length, AnswerRestoring.MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    private static boolean contains(byte[] text, byte[] word) {
        for (int i = 0; i + word.length <= text.length; i++) {
            int at = 0;
            while (at < word.length && text[i + at] == word[at]) {
                at++;
            }
            if (at == word.length) {
                return true;
            }
        }
        return false;
    }
}
