package io.awsmasker.testing;

import io.vertx.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The answers that tests ask for most, each one a way in which a model brings tokens back. */
public final class Scripts {
    private Scripts() {}

    /** Says the last text of the user again. */
    public static Script echo() {
        return question -> Reply.Message.of(new Block.Text(question.lastUserText()));
    }

    /** Says the same whatever it is asked. */
    public static Script saying(String text) {
        return question -> Reply.Message.of(new Block.Text(text));
    }

    /** Says the last text of the user again, each token of it altered as models sometimes do. */
    public static Script altering(UnaryOperator<String> alteration) {
        return question -> Reply.Message.of(new Block.Text(Tokens.TOKEN
                .matcher(question.lastUserText())
                .replaceAll(token -> Matcher.quoteReplacement(alteration.apply(token.group())))));
    }

    /** Answers with these blocks, whatever it is asked. */
    public static Script blocks(Block... blocks) {
        return question -> Reply.Message.of(blocks);
    }

    /** Calls a tool with the last text of the user as a string inside its input. */
    public static Script echoInTool() {
        return question -> tool("{\"command\": " + Json.encode(question.lastUserText()) + ", \"count\": 1}");
    }

    /** Calls a tool whose input has every token of the user's text as an object key. */
    public static Script tokensAsKeys() {
        return question -> tool(Tokens.in(question.lastUserText()).stream()
                .map(token -> "\"" + token + "\": {\"seen\": true, \"again\": \"" + token + "\"}")
                .collect(Collectors.joining(", ", "{", "}")));
    }

    /** Calls a tool with JSON in a string in JSON in a string: the user's text at depth 2. */
    public static Script nestedJson() {
        return question -> {
            String inner = "{\"id\":" + Json.encode(question.lastUserText()) + "}";
            String middle = "{\"inner\":" + Json.encode(inner) + "}";
            return tool("{\"payload\":" + Json.encode(middle) + "}");
        };
    }

    /** Calls a tool with the tokens it was given; when the result is there, names the tokens of the result. */
    public static Script toolLoop() {
        return question -> question.endsWithToolResult()
                ? Reply.Message.of(
                        new Block.Text("I saw " + String.join(", ", Tokens.in(question.toolResults())) + "."))
                : tool("{\"ids\": " + Json.encode(List.copyOf(Tokens.in(question.lastUserText())))
                        + ", \"dry_run\": false}");
    }

    /** The same answer with signed thinking about the tokens in front, and a redacted thought. */
    public static Script thinking(Script script) {
        return thinking(
                question -> "Let me look at " + Tokens.in(question.lastUserText()) + " – naïve at first ☂.", script);
    }

    /** The same with a thought that repeats what the user said. */
    public static Script thinkingAloud(Script script) {
        return thinking(question -> "So: " + question.lastUserText() + " ☂", script);
    }

    private static Script thinking(Function<Question, String> thought, Script script) {
        return question -> {
            if (!(script.answer(question) instanceof Reply.Message message)) {
                return script.answer(question);
            }
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Block.Thinking(thought.apply(question), ""));
            blocks.add(
                    new Block.Whole("{\"type\":\"redacted_thinking\",\"data\":\"RW5jcnlwdGVk+/IGJ5IHRoZSBmYWtl==\"}"));
            blocks.addAll(message.blocks());
            return new Reply.Message(blocks, message.stopReason());
        };
    }

    /** 429 that asks for a pause. */
    public static Script rateLimited() {
        return question -> new Reply.Failure(
                429, "rate_limit_error", "This request would exceed your rate limit.", Map.of("retry-after", "1"));
    }

    /** 529, the status that no registry knows. */
    public static Script overloaded() {
        return question -> Reply.Failure.of(529, "overloaded_error", "Overloaded");
    }

    /** An error whose message quotes the request, as the API does. */
    public static Script quotingError(int status) {
        return question ->
                Reply.Failure.of(status, "invalid_request_error", "Cannot use this: " + question.lastUserText());
    }

    /** One tool call with the given JSON text as input. */
    public static Reply tool(String input) {
        return Reply.Message.of(new Block.ToolUse("toolu_01T1x1fJ34qAmk2tNTrN7Up6", "aws_cli", input));
    }
}
