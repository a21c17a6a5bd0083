package io.awsmasker.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The agents of ECS and EKS and the security token service, as far as a role's credentials come from them. */
public final class FakeAws implements AutoCloseable {
    public static final String AGENT_TOKEN = "Bearer agent-token";
    public static final String WEB_TOKEN = "web.identity.token";

    private static final String AGENT_ANSWER = """
            {"AccessKeyId":"%s","SecretAccessKey":"%s","Token":"%s","Expiration":"%s"}""";
    private static final String STS_ANSWER = "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult>"
            + "<Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>"
            + "<SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>"
            + "</AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>";

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger handed = new AtomicInteger();
    private final Map<String, Instant> expirations = new ConcurrentHashMap<>();
    private volatile Duration late = Duration.ZERO;
    private volatile Duration lifetime = Duration.ofHours(1);
    private volatile int status = 200;

    public FakeAws(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** What was asked for, as method and path. */
    public List<String> asked() {
        return asked;
    }

    /** From now on it answers with this status. */
    public void status(int code) {
        status = code;
    }

    /** From now on it is this late. */
    public void date(Instant now) {
        late = Duration.between(Instant.now(), now);
    }

    /** Credentials that are handed out from now on expire after this. */
    public void lifetime(Duration duration) {
        lifetime = duration;
    }

    /** When credentials that were handed out expire; empty for others. */
    public Optional<Instant> expiration(String keyId) {
        return Optional.ofNullable(expirations.get(keyId));
    }

    /** What belongs to a key that was handed out. */
    public static String secretOf(String keyId) {
        return "hidden/of+" + keyId;
    }

    /** What else belongs to it. */
    public static String sessionOf(String keyId) {
        return "session/of+" + keyId + "==";
    }

    private void handle(HttpServerRequest request) {
        asked.add(request.method() + " " + request.path());
        Instant now = Instant.now().plus(late);
        request.response().putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        request.body().onSuccess(body -> {
            boolean agent = request.path().equals("/agent");
            boolean known = agent
                    ? AGENT_TOKEN.equals(request.getHeader("Authorization"))
                    : body.toString().contains("WebIdentityToken=" + WEB_TOKEN)
                            && body.toString().contains("RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fmasker");
            String name = "ROLE" + handed.incrementAndGet();
            Instant expiration = now.plus(lifetime);
            expirations.put(name, expiration);
            request.response()
                    .setStatusCode(known ? status : 403)
                    .end((agent ? AGENT_ANSWER : STS_ANSWER)
                            .formatted(name, secretOf(name), sessionOf(name), expiration));
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
