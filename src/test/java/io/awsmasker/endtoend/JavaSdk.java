package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.MultipartField;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.files.FileMetadata;
import com.anthropic.models.files.FileUploadParams;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.DocumentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Metadata;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.UrlPdfSource;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.MessageBatch;
import com.anthropic.models.messages.batches.MessageBatchIndividualResponse;
import io.awsmasker.testing.Sdk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The official Java SDK in the process of the test. */
final class JavaSdk implements ApiClient {
    private static final String MODEL = "claude-opus-5-5";

    @Override
    public Outcome act(Act act, String baseUrl, Task task) {
        try (Sdk sdk = Sdk.at(baseUrl)) {
            return switch (act) {
                case PLAIN -> Outcome.of(Sdk.text(sdk.plain(question(task).build())));
                case STREAMED -> Outcome.of(Sdk.text(sdk.streamed(question(task).build())));
                case TOOLS -> toolLoop(sdk, task, false);
                case TOOLS_STREAMED -> toolLoop(sdk, task, true);
                case COUNT -> Outcome.of(String.valueOf(count(sdk.client(), task) > 1));
                case BATCH -> batch(sdk.client(), task);
                case FILE -> file(sdk, task);
                case RETRIED -> retried(baseUrl, task);
                case ABORT -> abort(sdk.client(), task);
                case LARGE -> Outcome.of(Sdk.text(sdk.plain(with(task, Collections.nCopies(30, text(task))))));
                case IMAGE -> Outcome.of(Sdk.text(sdk.plain(with(task, image()))));
                case URL -> Outcome.of(Sdk.text(sdk.plain(with(task, url()))));
            };
        } catch (AnthropicServiceException e) {
            return Outcome.failed(e.statusCode(), String.valueOf(e.getMessage()));
        } catch (AnthropicException e) {
            return Outcome.failed(0, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageCreateParams.Builder question(Task task) {
        return Sdk.ask(task.conversation(), task.text());
    }

    private static MessageCreateParams with(Task task, ContentBlockParam block) {
        return with(task, List.of(block, text(task)));
    }

    private static ContentBlockParam text(Task task) {
        return ContentBlockParam.ofText(
                TextBlockParam.builder().text(task.text()).build());
    }

    private static MessageCreateParams with(Task task, List<ContentBlockParam> blocks) {
        return MessageCreateParams.builder()
                .model(MODEL)
                .maxTokens(1024)
                .metadata(Metadata.builder().userId(task.conversation()).build())
                .addUserMessageOfContentBlockParams(blocks)
                .build();
    }

    private static ContentBlockParam image() {
        return ContentBlockParam.ofImage(ImageBlockParam.builder()
                .source(Base64ImageSource.builder()
                        .mediaType(Base64ImageSource.MediaType.IMAGE_PNG)
                        .data("iVBORw0KGgo=")
                        .build())
                .build());
    }

    private static ContentBlockParam url() {
        return ContentBlockParam.ofDocument(DocumentBlockParam.builder()
                .source(UrlPdfSource.builder()
                        .url("https://example.com/notes.pdf")
                        .build())
                .build());
    }

    private static Outcome toolLoop(Sdk sdk, Task task, boolean streamed) {
        List<String> inputs = new ArrayList<>();
        List<Message> turns = sdk.toolLoop(question(task).addTool(Sdk.tool()), streamed, input -> {
            inputs.add(new io.vertx.core.json.JsonObject(input).getString("command"));
            return task.toolOutput();
        });
        return new Outcome(List.of(Sdk.text(turns.get(1))), inputs, 0, "");
    }

    private static long count(AnthropicClient client, Task task) {
        return client.messages()
                .countTokens(MessageCountTokensParams.builder()
                        .model(MODEL)
                        .addUserMessage(task.text())
                        .build())
                .inputTokens();
    }

    private static Outcome batch(AnthropicClient client, Task task) {
        MessageBatch made = client.messages()
                .batches()
                .create(BatchCreateParams.builder()
                        .addRequest(BatchCreateParams.Request.builder()
                                .customId(task.name())
                                .params(BatchCreateParams.Request.Params.builder()
                                        .model(MODEL)
                                        .maxTokens(1024)
                                        .addUserMessage(task.text())
                                        .build())
                                .build())
                        .build());
        MessageBatch ended = made;
        while (!ended.processingStatus().equals(MessageBatch.ProcessingStatus.ENDED)) {
            ended = client.messages().batches().retrieve(made.id());
        }
        List<String> texts = new ArrayList<>();
        try (StreamResponse<MessageBatchIndividualResponse> lines =
                client.messages().batches().resultsStreaming(made.id())) {
            lines.stream().forEach(line -> {
                texts.add(line.customId());
                texts.add(Sdk.text(line.result().asSucceeded().message()));
            });
        }
        texts.add(ended.resultsUrl().orElse(""));
        return new Outcome(texts, List.of(), 0, "");
    }

    private static Outcome file(Sdk sdk, Task task) throws IOException {
        InputStream content = new ByteArrayInputStream(task.text().getBytes(UTF_8));
        FileMetadata made = sdk.client()
                .files()
                .upload(FileUploadParams.builder()
                        .file(MultipartField.<InputStream>builder()
                                .value(content)
                                .filename(task.name() + ".txt")
                                .contentType("text/plain")
                                .build())
                        .build());
        String name = sdk.client().files().retrieveMetadata(made.id()).filename();
        try (HttpResponse downloaded = sdk.client().files().download(made.id())) {
            String text = new String(downloaded.body().readAllBytes(), UTF_8);
            ContentBlockParam document = ContentBlockParam.ofDocument(
                    DocumentBlockParam.builder().fileSource(made.id()).build());
            return Outcome.of(name, text, Sdk.text(sdk.plain(with(task, document))));
        }
    }

    private static Outcome retried(String baseUrl, Task task) {
        AnthropicClient client = AnthropicOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey(Sdk.KEY)
                .maxRetries(2)
                .build();
        try {
            return Outcome.of(Sdk.text(client.messages().create(question(task).build())));
        } finally {
            client.close();
        }
    }

    private static Outcome abort(AnthropicClient client, Task task) {
        try (StreamResponse<RawMessageStreamEvent> stream =
                client.messages().createStreaming(question(task).build())) {
            boolean begun = stream.stream().anyMatch(RawMessageStreamEvent::isContentBlockDelta);
            return Outcome.of(String.valueOf(begun));
        }
    }
}
