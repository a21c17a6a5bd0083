package io.awsmasker.operations;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.gateway.Correlation;
import io.awsmasker.gateway.InFlight;
import io.awsmasker.gateway.MappingStore;
import io.awsmasker.gateway.SideRequests;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mapping.Upkeep.Cleanup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Takes mappings away: {@code POST /analyze/masking/cleanup} what is of no use any more, {@code DELETE
 * /analyze/masking/mappings} what the caller's tenant wants forgotten. What is to be erased stands in the body, because
 * paths end up in the logs of others.
 */
@Singleton
class MappingsRoute {
    private static final String ASKED = "the body must be {\"value\": \"…\"} or {\"all\": true}";

    private final MappingStore store;
    private final InFlight inFlight;
    private final SideRequests side;
    private final ErasureRecord record;

    MappingsRoute(MappingStore store, InFlight inFlight, SideRequests side, ErasureRecord record) {
        this.store = store;
        this.inFlight = inFlight;
        this.side = side;
        this.record = record;
    }

    void routes(@Observes Router router) {
        router.post("/analyze/masking/cleanup").handler(routing -> answer(routing, "cleanup", this::cleanup));
        router.delete("/analyze/masking/mappings").handler(routing -> answer(routing, "erase", this::erase));
    }

    private void answer(RoutingContext routing, String name, Action action) {
        Correlation correlation = side.begin(routing, name);
        Future.succeededFuture(routing)
                .compose(begun -> action.of(begun, correlation))
                .onSuccess(answer -> routing.response()
                        .putHeader("content-type", "application/json")
                        .end(answer.toBuffer()))
                .onFailure(fault -> side.refuse(routing, correlation, name, fault));
    }

    private interface Action {
        Future<JsonObject> of(RoutingContext routing, Correlation correlation);
    }

    private Future<JsonObject> cleanup(RoutingContext routing, Correlation correlation) {
        return Future.fromCompletionStage(store.cleanup())
                .onSuccess(done -> record.cleanedUp(correlation, done))
                .map(MappingsRoute::shown);
    }

    private static JsonObject shown(Cleanup cleanup) {
        return new JsonObject()
                .put("ran", cleanup.ran())
                .put(
                        "removed",
                        new JsonObject()
                                .put("expired", cleanup.expired())
                                .put("broken", cleanup.broken())
                                .put("overLimit", cleanup.overLimit()))
                .put("kept", cleanup.kept());
    }

    private Future<JsonObject> erase(RoutingContext routing, Correlation correlation) {
        Tenant tenant = side.tenant(routing.request());
        return inFlight.body(routing, inFlight.ofRequest(routing))
                .map(MappingsRoute::value)
                .compose(value -> Future.fromCompletionStage(store.erase(tenant, value.orElse(null)))
                        .onSuccess(erased -> record.erased(correlation, value.isEmpty(), erased)))
                .map(erased -> new JsonObject().put("erased", erased));
    }

    /** Empty for all values. */
    private static Optional<String> value(Buffer body) {
        try {
            JsonObject asked = new JsonObject(body);
            if (asked.size() == 1 && asked.getValue("value") instanceof String value && !value.isEmpty()) {
                return Optional.of(value);
            }
            if (asked.size() == 1 && Boolean.TRUE.equals(asked.getValue("all"))) {
                return Optional.empty();
            }
        } catch (DecodeException e) {
            throw new Refusal(ErrorCode.JSON_PROCESSING_ERROR, ASKED);
        }
        throw new Refusal(ErrorCode.JSON_PROCESSING_ERROR, ASKED);
    }
}
