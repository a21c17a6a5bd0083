package io.awsmasker.gateway;

import io.awsmasker.access.Caller;
import io.awsmasker.claude.Endpoint;
import io.awsmasker.claude.MaskedRequest;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Restoration;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, with a passport that records the time it spent in each {@link Stage}. It lives on one event loop,
 * and every stage adds what the next ones need.
 */
public final class Exchange {
    private final RoutingContext routing;
    private final Context context;
    private final Correlation correlation;
    private final InFlight.Room room;
    private final UpstreamListener upstream = new UpstreamListener();
    private final Map<Stage, Long> passport = new EnumMap<>(Stage.class);
    private Stage stage = Stage.RECEIVE;
    private long enteredAt = System.nanoTime();

    private final Map<String, Integer> unfamiliar = new TreeMap<>();

    private @Nullable Endpoint endpoint;
    private @Nullable Caller caller;
    private ProvedBody body = ProvedBody.empty();
    private @Nullable Restoration restoration;
    private Set<String> concealed = Set.of();
    private Map<String, Integer> counts = Map.of();
    private @Nullable String contentType;
    private boolean kept;
    private boolean clientGone;
    private @Nullable String question;
    private boolean answeredFromCache;

    /** @param room what the request takes of the memory */
    Exchange(RoutingContext routing, Correlation correlation, InFlight.Room room) {
        this.routing = routing;
        this.room = room;
        this.correlation = correlation;
        Vertx vertx = routing.vertx();
        this.context = vertx.getOrCreateContext();
    }

    void enter(Stage next) {
        long now = System.nanoTime();
        passport.merge(stage, now - enteredAt, Long::sum);
        passport.putIfAbsent(next, 0L);
        stage = next;
        enteredAt = now;
    }

    /** The stage that it is in. */
    Stage stage() {
        return stage;
    }

    /** Whether it has ever been in this stage. */
    public boolean reached(Stage other) {
        return passport.containsKey(other);
    }

    /** The nanoseconds that it spent in these stages before it left them. */
    public long nanosIn(Stage... stages) {
        return Stream.of(stages)
                .mapToLong(one -> passport.getOrDefault(one, 0L))
                .sum();
    }

    /** The name of the endpoint in the table, or {@code unknown}. */
    public String endpointName() {
        return endpoint == null ? "unknown" : endpoint.name();
    }

    /** The status that the client got. */
    public int status() {
        return response().getStatusCode();
    }

    /** How often each class of token was put into the request. */
    public Map<String, Integer> maskedCounts() {
        return counts;
    }

    /** Says how often each class of token was put into a request that was never held as a whole. */
    void counted(Map<String, Integer> tokens) {
        counts = tokens;
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

    /** How often this version met in the request what it does not know, by the kind of object. */
    public Map<String, Integer> unfamiliar() {
        return unfamiliar;
    }

    void met(Map<String, Integer> more) {
        more.forEach((where, count) -> unfamiliar.merge(where, count, Integer::sum));
    }

    /** How many tokens were put back in the answer. */
    public int restored() {
        return restoration == null ? 0 : restoration.restored();
    }

    /** How many different tokens of the answer stand for nothing. */
    public int notRestored() {
        return restoration == null ? 0 : restoration.notRestored();
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
        restoration = request.sent().restoration();
        concealed = request.concealed();
        counts = request.counts();
    }

    /** The last byte of the request has left: of all that it took, only what its answer needs is kept. */
    void left() {
        body = ProvedBody.empty();
        concealed = Set.of();
        room.shrink(restoration == null ? 0 : (long) restoration.size() * InFlight.KEPT);
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

    void answeredFromCache() {
        answeredFromCache = true;
    }

    /** {@code hit}, {@code miss}, or null for a request that was not looked for in the cache of answers. */
    public @Nullable String cacheResult() {
        return question == null ? null : answeredFromCache ? "hit" : "miss";
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

    /** Breaks the answer off where it is, so that the client cannot take it for a whole one. */
    void cut() {
        RefusalAnswer.cut(request());
    }

    private static <T> T reached(@Nullable T value, Stage stage) {
        if (value == null) {
            throw new IllegalStateException("the exchange has not passed " + stage);
        }
        return value;
    }
}
