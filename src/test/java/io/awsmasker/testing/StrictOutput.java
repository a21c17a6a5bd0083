package io.awsmasker.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What constrained decoding keeps a model from writing: the input of a strict tool and an answer in a format obey their schema,
 * with every pattern and format in it. A script that asks for anything else is no model.
 */
public final class StrictOutput {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private StrictOutput() {}

    /** What of an answer the strict schemas of its question forbid. */
    static List<String> broken(Question question, List<Block> blocks) {
        List<String> broken = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.ToolUse use) {
                Question.objects(question.body().getValue("tools")).stream()
                        .filter(tool -> use.name().equals(tool.getValue("name")))
                        .filter(tool -> Boolean.TRUE.equals(tool.getValue("strict")))
                        .forEach(tool -> broken.addAll(broken(tool.getJsonObject("input_schema"), use.input())));
            }
        }
        if (question.body().getValue("output_config") instanceof JsonObject config
                && config.getValue("format") instanceof JsonObject format) {
            String text = blocks.stream()
                    .filter(Block.Text.class::isInstance)
                    .map(block -> ((Block.Text) block).text())
                    .collect(Collectors.joining());
            broken.addAll(broken(format.getJsonObject("schema"), text));
        }
        return broken;
    }

    /** What of a JSON text its schema forbids; formats count. */
    public static List<String> broken(JsonObject schema, String json) {
        try {
            new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            return List.of("not JSON");
        }
        return SCHEMAS.getSchema(schema.encode(), FORMATS_COUNT).validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
