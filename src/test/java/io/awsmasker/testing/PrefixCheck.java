package io.awsmasker.testing;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Simulates the prompt cache: turn n must be a prefix of turn n+1, byte for byte, and the assistant's turn in between must
 * say what was answered. Conversations are told apart by {@code metadata.user_id}; one that comes with a single message
 * begins anew.
 */
public final class PrefixCheck {
    private final Map<String, Turn> turns = new HashMap<>();
    private final List<String> breaks = new ArrayList<>();

    private record Turn(RawJson sent, @Nullable JsonArray answered) {}

    synchronized void asked(Received received, Question question, RawJson sent) {
        Turn before = turns.get(question.conversation());
        if (before != null && sent.messages().size() > 1) {
            compare(received.place(), before, sent, question);
        }
        turns.put(question.conversation(), new Turn(sent, null));
    }

    synchronized void answered(Question question, RawJson sent, List<Block> blocks) {
        turns.put(question.conversation(), new Turn(sent, Block.content(blocks)));
    }

    private void compare(String place, Turn before, RawJson now, Question question) {
        part(place, "system", before.sent().system(), now.system());
        part(place, "tools", before.sent().tools(), now.tools());
        List<Buffer> old = before.sent().messages();
        if (now.messages().size() < old.size()) {
            breaks.add(place + ": " + now.messages().size() + " messages after " + old.size());
            return;
        }
        for (int i = 0; i < old.size(); i++) {
            part(place, "messages[" + i + "]", old.get(i), now.messages().get(i));
        }
        if (before.answered() != null && now.messages().size() > old.size()) {
            answer(place, before.answered(), question.messages().get(old.size()), old.size());
        }
    }

    private void part(String place, String name, Buffer old, Buffer now) {
        int at = RawJson.firstDifference(old, now);
        if (at >= 0) {
            breaks.add(place + ": " + name + " differs from the turn before at byte " + at + ": " + around(old, at)
                    + " became " + around(now, at));
        }
    }

    private void answer(String place, JsonArray answered, JsonObject returned, int index) {
        if (!"assistant".equals(returned.getValue("role"))) {
            return;
        }
        List<JsonObject> blocks = Question.objects(returned.getValue("content"));
        List<JsonObject> issued = Question.objects(answered);
        for (int i = 0; i < Math.max(blocks.size(), issued.size()); i++) {
            for (String member : List.of("type", "text", "thinking", "signature", "data", "name", "input")) {
                Object was = i < issued.size() ? issued.get(i).getValue(member) : null;
                Object is = i < blocks.size() ? blocks.get(i).getValue(member) : null;
                if (!Objects.equals(was, is)) {
                    breaks.add(place + ": messages[" + index + "].content[" + i + "]." + member
                            + " is not what was answered: " + was + " became " + is);
                }
            }
        }
    }

    private static String around(Buffer text, int at) {
        return "\"" + text.getBuffer(Math.max(0, at - 20), Math.min(text.length(), at + 20)) + "\"";
    }

    /** Every place at which a turn did not continue the one before it. */
    public synchronized List<String> breaks() {
        return new ArrayList<>(breaks);
    }
}
