package io.awsmasker.claude;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.endtoend.NpmPackages;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The streams of {@link SdkStreamsTest} for the official TypeScript SDK, which takes other things amiss than the Java one. */
@Tag("clients")
class TypeScriptStreamsIT {
    private static final String ID = "i-0abc1234def567890";

    @Test
    @DisplayName("4.4 strange streams do to the TypeScript SDK what they would do without the gateway")
    void asWithoutTheGateway() {
        List<Map.Entry<String, String>> streams = SdkStreamsTest.streams().toList();
        JsonArray without = outcomes(streams.stream().map(Map.Entry::getValue).toList());
        for (int size : new int[] {1, 100, 1 << 20}) {
            JsonArray with = outcomes(streams.stream()
                    .map(stream -> restored(stream.getValue(), size))
                    .toList());
            for (int i = 0; i < streams.size(); i++) {
                assertEquals(
                        without.getString(i).replace("EC2_001", ID),
                        with.getString(i),
                        streams.get(i).getKey() + ", pieces of " + size);
            }
        }
    }

    private static String restored(String stream, int size) {
        Conversation gateway = new Conversation();
        gateway.sent(new Chat().user(ID).body());
        return gateway.streamed(stream, size);
    }

    private static JsonArray outcomes(List<String> streams) {
        return new JsonArray(NpmPackages.output("streams.js", new JsonArray(streams).encode()));
    }
}
