package io.awsmasker.operations;

import io.awsmasker.access.Callers;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.gateway.Correlation;
import io.awsmasker.gateway.InFlight;
import io.awsmasker.gateway.MappingStore;
import io.awsmasker.gateway.RefusalAnswer;
import io.awsmasker.gateway.Refusals;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mapping.Upkeep.Cleanup;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes mappings away: {@code POST /analyze/masking/cleanup} what is of no use any more, {@code DELETE
 * /analyze/masking/mappings} what the caller's tenant wants forgotten. What is to be erased stands in the body, because
 * paths end up in the logs of others.
 */
@Singleton
class MappingsRoute {
    private static final String ASKED = "the body must be {\"value\": \"…\"} or {\"all\": true}";

    private final MappingStore store;
    private final Callers callers;
    private final InFlight inFlight;

    MappingsRoute(MappingStore store, Callers callers, InFlight inFlight) {
        this.store = store;
        this.callers = callers;
        this.inFlight = inFlight;
    }

    void routes(@Observes Router router) {
        router.post("/analyze/masking/cleanup").handler(routing -> answer(routing, this::cleanup));
        router.delete("/analyze/masking/mappings").handler(routing -> answer(routing, this::erase));
    }

    private void answer(RoutingContext routing, Function<RoutingContext, Future<JsonObject>> action) {
        HttpServerRequest request = routing.request();
        Correlation correlation = Correlation.of(request);
        request.response().putHeader("X-Redis-Mode", store.mode());
        Future.succeededFuture(routing)
                .compose(action)
                .onSuccess(answer -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(answer.toBuffer()))
                .onFailure(fault -> RefusalAnswer.send(request, correlation, Refusals.of(fault)));
    }

    private Future<JsonObject> cleanup(RoutingContext routing) {
        tenant(routing.request());
        return Future.fromCompletionStage(store.cleanup()).map(MappingsRoute::shown);
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

    private Future<JsonObject> erase(RoutingContext routing) {
        Tenant tenant = tenant(routing.request());
        return inFlight.body(routing)
                .map(MappingsRoute::value)
                .compose(value -> Future.fromCompletionStage(store.erase(tenant, value.orElse(null))))
                .map(erased -> new JsonObject().put("erased", erased));
    }

    private Tenant tenant(HttpServerRequest request) {
        return new Tenant(callers.identify(request.getHeader("x-api-key"), request.getHeader(HttpHeaders.AUTHORIZATION))
                .tenant());
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
