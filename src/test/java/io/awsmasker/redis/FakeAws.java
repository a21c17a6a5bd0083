package io.awsmasker.redis;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The agents of ECS and EKS and the security token service, as far as a role's credentials come from them. */
final class FakeAws implements AutoCloseable {
    static final String AGENT_TOKEN = "Bearer agent-token";
    static final String WEB_TOKEN = "web.identity.token";

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger handed = new AtomicInteger();
    private volatile Instant date = Instant.now();
    private volatile int status = 200;

    FakeAws(Vertx vertx) {
        server = Answer.of(vertx.createHttpServer().requestHandler(this::handle).listen(0, "127.0.0.1"));
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** What was asked for, as method and path. */
    List<String> asked() {
        return asked;
    }

    /** From now on it answers with this status. */
    void status(int code) {
        status = code;
    }

    /** From now on it is this late. */
    void date(Instant now) {
        date = now;
    }

    private void handle(HttpServerRequest request) {
        asked.add(request.method() + " " + request.path());
        request.response()
                .putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC)));
        request.body().onSuccess(body -> {
            boolean agent = request.path().equals("/agent");
            boolean known = agent
                    ? AGENT_TOKEN.equals(request.getHeader("Authorization"))
                    : body.toString().contains("WebIdentityToken=" + WEB_TOKEN)
                            && body.toString().contains("RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fmasker");
            String name = "ROLE" + handed.incrementAndGet();
            String expiration = date.plusSeconds(3600).toString();
            request.response()
                    .setStatusCode(known ? status : 403)
                    .end(
                            agent
                                    ? "{\"AccessKeyId\":\"" + name
                                            + "\",\"SecretAccessKey\":\"hidden\",\"Token\":\"session\","
                                            + "\"Expiration\":\"" + expiration + "\"}"
                                    : "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>"
                                            + name
                                            + "</AccessKeyId><SecretAccessKey>hidden</SecretAccessKey><SessionToken>session"
                                            + "</SessionToken><Expiration>" + expiration
                                            + "</Expiration></Credentials></AssumeRoleWithWebIdentityResult>"
                                            + "</AssumeRoleWithWebIdentityResponse>");
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
