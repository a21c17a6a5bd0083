package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.endtoend.ApiClient.Outcome;
import io.awsmasker.endtoend.ApiClient.Task;
import io.awsmasker.testing.FakeClaude;
import io.awsmasker.testing.Received;
import io.awsmasker.testing.ReceivedPart;
import io.awsmasker.testing.Tokens;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * One act of a client with the gateway and without it, each against a fake of its own: what the client sees must be the same,
 * and so must the bytes that it sent, once tokens are read as what they hide.
 */
record Comparison(Scene scene, FakeClaude direct, ApiClient client) {
    /** What a client calls its own, or a fake numbers. */
    private static final String OF_A_RUN = "\"signature\":\"[^\"]+\"|req_fake\\d+|msg_fake\\d+";

    /**
     * What the client saw through the gateway, which is what it saw without.
     *
     * @param setting makes one of the two fakes answer as this act asks for
     */
    Outcome of(Act act, Task task, Consumer<FakeClaude> setting) {
        setting.accept(direct);
        setting.accept(scene.claude());
        int before = scene.claude().received().size();
        int beforeDirect = direct.received().size();
        Outcome expected = client.act(act, direct.url(), task);
        Outcome outcome = client.act(act, scene.gateway().url(), task);
        assertEquals(List.of(), List.copyOf(Tokens.in(outcome.toString())), "tokens at the client");
        assertEquals(
                ofNoRun(expected, direct.url()),
                ofNoRun(outcome, scene.gateway().url()));
        sent(
                direct.received().subList(beforeDirect, direct.received().size()),
                scene.claude()
                        .received()
                        .subList(before, scene.claude().received().size()),
                originals(scene, task),
                act.toString());
        return outcome;
    }

    private static String ofNoRun(Outcome outcome, String url) {
        return outcome.toString().replace(url, "").replaceAll(OF_A_RUN, "");
    }

    /** Says where what arrived through the gateway is not what the client sent without it. */
    private static void sent(List<Received> bare, List<Received> masked, Map<String, String> originals, String act) {
        assertEquals(bare.size(), masked.size(), act + ": requests");
        for (int i = 0; i < bare.size(); i++) {
            String what = act + ", request " + i;
            assertEquals(bare.get(i).method(), masked.get(i).method(), what);
            assertEquals(bare.get(i).target(), masked.get(i).target(), what);
            assertEquals(headers(bare.get(i)), headers(masked.get(i)), what);
            assertEqual(
                    content(bare.get(i)),
                    restored(content(masked.get(i)), originals).replaceAll(OF_A_RUN, ""),
                    what);
        }
    }

    /** The body without what differs from run to run: signatures, and the boundary of a form. */
    private static String content(Received request) {
        String type = String.valueOf(request.headers().get("content-type"));
        return type.startsWith("multipart/")
                ? ReceivedPart.of(request).toString()
                : request.bodyText().replaceAll(OF_A_RUN, "");
    }

    /** What the protocol's own headers say. */
    private static Map<String, String> headers(Received request) {
        return request.headers().entries().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).matches("anthropic-.*|x-stainless.*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> originals(Scene scene, Task task) {
        String text = task.text().substring(0, Math.min(2_000, task.text().length()));
        return originals(scene, text + "\n" + task.toolOutput() + "\n" + task.name());
    }

    /** Token → what it hides, for all that is masked in a text. */
    static Map<String, String> originals(Scene scene, String all) {
        return scene.preview(all).getJsonArray("identifiers").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(
                        found -> found.getString("token"),
                        found -> all.substring(
                                all.offsetByCodePoints(0, found.getInteger("start")),
                                all.offsetByCodePoints(0, found.getInteger("end"))),
                        (one, same) -> one));
    }

    /** The text with what its tokens hide. */
    static String restored(String text, Map<String, String> originals) {
        return Tokens.TOKEN
                .matcher(text)
                .replaceAll(token -> Matcher.quoteReplacement(originals.getOrDefault(token.group(), token.group())));
    }

    /** Says where two texts differ, and not all of both. */
    static void assertEqual(String expected, String actual, String what) {
        if (!expected.equals(actual)) {
            int at = Arrays.mismatch(expected.toCharArray(), actual.toCharArray());
            throw new AssertionError(what + " differs at character " + at + ": " + around(expected, at) + " became "
                    + around(actual, at));
        }
    }

    private static String around(String text, int at) {
        return "\"" + text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60)) + "\"";
    }
}
