package io.awsmasker.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.finding.Passage;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.gateway.Correlation;
import io.awsmasker.gateway.InFlight;
import io.awsmasker.gateway.MappingStore;
import io.awsmasker.gateway.SideRequests;
import io.awsmasker.gateway.Workload;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Detected;
import io.awsmasker.mask.Maskable;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Masking;
import io.awsmasker.mask.Replacement;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * {@code POST /analyze/masking/preview}: shows what of a text would leave, so that anyone can see it without sending
 * anything. Offsets count Unicode code points, the one unit that all languages can compute.
 */
@Singleton
class PreviewRoute {
    private static final String NAME = "preview";
    private static final String PATH = "/analyze/masking/preview";

    /** What a place takes in the answer, in bytes: an object with four members, and its text. */
    private static final int SHOWN = 1 << 10;

    private final Masker masker;
    private final MappingStore store;
    private final Workload workload;
    private final InFlight inFlight;
    private final SideRequests side;

    PreviewRoute(Masker masker, MappingStore store, Workload workload, InFlight inFlight, SideRequests side) {
        this.masker = masker;
        this.store = store;
        this.workload = workload;
        this.inFlight = inFlight;
        this.side = side;
    }

    void routes(@Observes Router router) {
        router.post(PATH).handler(this::handle);
    }

    private void handle(RoutingContext routing) {
        Correlation correlation = side.begin(routing, NAME);
        InFlight.Room room = inFlight.ofRequest(routing);
        inFlight.body(routing, room)
                .map(PreviewRoute::text)
                .compose(text -> preview(routing, text, room))
                .onSuccess(preview -> routing.response()
                        .putHeader("content-type", "application/json")
                        .end(preview.toBuffer()))
                .onFailure(fault -> side.refuse(routing, correlation, NAME, fault));
    }

    private static byte[] text(Buffer body) {
        try {
            if (new JsonObject(body).getValue("text") instanceof String text) {
                return text.getBytes(UTF_8);
            }
        } catch (DecodeException e) {
            throw new Refusal(ErrorCode.JSON_PROCESSING_ERROR, "the body must be a JSON object like {\"text\": \"…\"}");
        }
        throw new Refusal(ErrorCode.JSON_PROCESSING_ERROR, "text must be a string: {\"text\": \"…\"}");
    }

    private Future<JsonObject> preview(RoutingContext routing, byte[] text, InFlight.Room room) {
        Tenant tenant = side.tenant(routing.request());
        Maskable maskable = new Maskable(new Passage(text, 0, text.length, null), false);
        return workload.run(text.length, () -> masker.detect(List.of(maskable)))
                .map(PreviewRoute::permitted)
                .map(detected -> withRoom(room, text.length, detected))
                .compose(detected -> Future.fromCompletionStage(
                        store.admit()
                                .thenCompose(admitted -> masker.mask(tenant, detected, workload.executor(text.length))),
                        routing.vertx().getOrCreateContext()))
                .compose(masking -> workload.run(text.length, () -> shown(text, masking)));
    }

    private static Detected withRoom(InFlight.Room room, int length, Detected detected) {
        int places = detected.places();
        room.grow(InFlight.cost(length, places, detected.values()) + (long) places * SHOWN);
        return detected;
    }

    private static Detected permitted(Detected detected) {
        detected.blockedBy(0).ifPresent(setting -> {
            throw new Refusal(
                    ErrorCode.CONTENT_NOT_MASKABLE,
                    "text holds a value that must not be sent, by the setting " + setting + "; leave it out");
        });
        return detected;
    }

    private static JsonObject shown(byte[] text, Masking masking) {
        StringBuilder masked = new StringBuilder();
        JsonArray identifiers = new JsonArray();
        int copied = 0;
        int codePoints = 0;
        for (Replacement replacement : masking.replacements().get(0)) {
            String before = new String(text, copied, replacement.start() - copied, UTF_8);
            String original = new String(text, replacement.start(), replacement.end() - replacement.start(), UTF_8);
            int start = codePoints + before.codePointCount(0, before.length());
            codePoints = start + original.codePointCount(0, original.length());
            masked.append(before).append(replacement.text());
            copied = replacement.end();
            identifiers.add(new JsonObject()
                    .put("type", type(replacement.text()))
                    .put("start", start)
                    .put("end", codePoints)
                    .put("token", replacement.text()));
        }
        masked.append(new String(text, copied, text.length - copied, UTF_8));
        return new JsonObject().put("masked", masked.toString()).put("identifiers", identifiers);
    }

    private static String type(String token) {
        return token.substring(0, token.lastIndexOf('_'));
    }
}
