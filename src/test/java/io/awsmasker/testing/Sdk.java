package io.awsmasker.testing;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Metadata;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolResultBlockParam;
import com.anthropic.models.messages.ToolUseBlock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The official Java SDK as a program of the field uses it, without retries, so that a test sees each first answer. */
public final class Sdk implements AutoCloseable {
    public static final String KEY = "sk-ant-test-only";

    private final AnthropicClient client;

    private Sdk(String baseUrl) {
        client = AnthropicOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey(KEY)
                .maxRetries(0)
                .build();
    }

    public static Sdk at(String baseUrl) {
        return new Sdk(baseUrl);
    }

    public AnthropicClient client() {
        return client;
    }

    /** A question of a conversation of its own name. */
    public static MessageCreateParams.Builder ask(String conversation, String text) {
        return MessageCreateParams.builder()
                .model("claude-opus-5-5")
                .maxTokens(1024)
                .metadata(Metadata.builder().userId(conversation).build())
                .addUserMessage(text);
    }

    /** A tool that takes any input. */
    public static Tool tool() {
        return Tool.builder()
                .name("aws_cli")
                .description("Runs a command of the AWS CLI")
                .inputSchema(Tool.InputSchema.builder()
                        .properties(JsonValue.from(Map.of("command", Map.of("type", "string")))
                                .convert(Tool.InputSchema.Properties.class))
                        .build())
                .build();
    }

    public Message plain(MessageCreateParams question) {
        return client.messages().create(question);
    }

    public Message streamed(MessageCreateParams question) {
        MessageAccumulator accumulator = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(question)) {
            stream.stream().forEach(accumulator::accumulate);
        }
        return accumulator.message();
    }

    public Message ask(MessageCreateParams question, boolean streamed) {
        return streamed ? streamed(question) : plain(question);
    }

    /** Two turns: the answer to {@code question}, then the answer to the results that {@code tool} gives for its calls. */
    public List<Message> toolLoop(MessageCreateParams.Builder question, boolean streamed, UnaryOperator<String> tool) {
        Message first = ask(question.build(), streamed);
        List<ContentBlockParam> results = toolUses(first).stream()
                .map(use -> ContentBlockParam.ofToolResult(ToolResultBlockParam.builder()
                        .toolUseId(use.id())
                        .content(tool.apply(input(use)))
                        .build()))
                .toList();
        question.addMessage(first).addUserMessageOfContentBlockParams(results);
        return List.of(first, ask(question.build(), streamed));
    }

    public static String text(Message message) {
        return message.content().stream()
                .filter(ContentBlock::isText)
                .map(block -> block.asText().text())
                .collect(Collectors.joining());
    }

    public static List<ToolUseBlock> toolUses(Message message) {
        return message.content().stream()
                .filter(ContentBlock::isToolUse)
                .map(ContentBlock::asToolUse)
                .toList();
    }

    /** The input of a tool call as JSON text without white space, members in their order. */
    public static String input(ToolUseBlock use) {
        return String.valueOf(use._input().convert(com.fasterxml.jackson.databind.JsonNode.class));
    }

    @Override
    public void close() {
        client.close();
    }
}
