package io.awsmasker.gateway;

import io.awsmasker.access.Caller;
import io.awsmasker.claude.Endpoint;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.mapping.Tenant;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, to which every stage adds what the next ones need. It lives on one event loop, so no field of it
 * needs a lock.
 */
public final class Exchange {
    private final RoutingContext routing;
    private final Context context;
    private final Correlation correlation;
    private final InFlight.Room room;
    private final UpstreamListener upstream = new UpstreamListener();
    private final Passport passport = new Passport();
    private final Counts counts = new Counts();
    private @Nullable Endpoint endpoint;
    private @Nullable Caller caller;
    private ProvedBody body = ProvedBody.empty();
    private Set<String> concealed = Set.of();
    private @Nullable String contentType;
    private boolean kept;
    private boolean clientGone;
    private @Nullable String question;

    /** @param room what the request takes of the memory */
    Exchange(RoutingContext routing, Correlation correlation, InFlight.Room room) {
        this.routing = routing;
        this.room = room;
        this.correlation = correlation;
        Vertx vertx = routing.vertx();
        this.context = vertx.getOrCreateContext();
    }

    void enter(Stage next) {
        passport.enter(next);
    }

    /** The stages that it has passed. */
    public Passport passport() {
        return passport;
    }

    /** What is counted of it. */
    public Counts counts() {
        return counts;
    }

    /** The name of the endpoint in the table, or {@code unknown}. */
    public String endpointName() {
        return endpoint == null ? "unknown" : endpoint.name();
    }

    /** The status that the client got. */
    public int status() {
        return response().getStatusCode();
    }

    /** Says what was masked in a part of a request before its head leaves. */
    void conceal(Set<String> more) {
        concealed = concealed.isEmpty() ? new HashSet<>() : concealed;
        concealed.addAll(more);
    }

    /** The originals that were masked and must not stand anywhere in what leaves. */
    Set<String> concealed() {
        return concealed;
    }

    HttpServerRequest request() {
        return routing.request();
    }

    HttpServerResponse response() {
        return routing.response();
    }

    RoutingContext routing() {
        return routing;
    }

    /** The same result, continued on the event loop of this exchange. */
    <T> Future<T> here(CompletionStage<T> elsewhere) {
        return Future.fromCompletionStage(elsewhere, context);
    }

    /** By what it is found again in logs. */
    public Correlation correlation() {
        return correlation;
    }

    Endpoint endpoint() {
        return reached(endpoint, Stage.RECEIVE);
    }

    void endpoint(Endpoint found) {
        endpoint = found;
    }

    Caller caller() {
        return reached(caller, Stage.AUTHENTICATE);
    }

    void caller(Caller known) {
        caller = known;
    }

    Tenant tenant() {
        return new Tenant(caller().tenant());
    }

    InFlight.Room room() {
        return room;
    }

    /** What leaves as its body, until it has left. */
    ProvedBody body() {
        return body;
    }

    void body(ProvedBody leaving) {
        body = leaving;
    }

    void masked(MaskedRequest request) {
        counts.restoring(request.sent().restoration());
        counts.masked(request.counts());
        concealed = request.concealed();
    }

    /** The last byte of the request has left: of all that it took, only what its answer needs is kept. */
    void left() {
        body = ProvedBody.empty();
        concealed = Set.of();
        room.shrink((long) counts.values() * InFlight.KEPT);
    }

    /** The content type to send, if it is not the client's own. */
    @Nullable
    String contentType() {
        return contentType;
    }

    void contentType(String rewritten) {
        contentType = rewritten;
    }

    /** Whether Claude keeps text of this request for later ones. */
    boolean kept() {
        return kept;
    }

    void kept(boolean atAnthropic) {
        kept = atAnthropic;
    }

    /** What stands for this request in the cache of answers, if its answer may be found or kept there. */
    @Nullable
    String question() {
        return question;
    }

    void question(String hash) {
        question = hash;
    }

    boolean clientGone() {
        return clientGone;
    }

    /** What hears the beginning of the answer, before anybody reads it. */
    UpstreamListener upstream() {
        return upstream;
    }

    void clientLeft() {
        clientGone = true;
    }

    private static <T> T reached(@Nullable T value, Stage stage) {
        if (value == null) {
            throw new IllegalStateException("the exchange has not passed " + stage);
        }
        return value;
    }
}
