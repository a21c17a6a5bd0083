package io.awsmasker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.redis.RedisException.Reason;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches the credentials of the AWS role: three requests of plain HTTP, where the SDK's chain would bring 45 libraries into
 * the image.
 */
final class AwsCredentialClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final HttpClient http;
    private final AwsRole role;
    private final URI sts;

    AwsCredentialClient(Vertx vertx, AwsRole role, URI sts) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) TIMEOUT.toMillis()));
        this.role = role;
        this.sts = sts;
    }

    /** Fails with {@link RedisException} that names the platform's part in it, and nothing secret. */
    Future<AwsCredentials> fetch() {
        if (role instanceof AwsRole.Given given) {
            return Future.succeededFuture(given.credentials());
        }
        return (role instanceof AwsRole.Container container
                        ? fromAgent(container)
                        : fromSts((AwsRole.WebIdentity) role))
                .recover(failure -> failure instanceof RedisException
                        ? Future.failedFuture(failure)
                        : failed("cannot be fetched: the credential endpoint cannot be reached"));
    }

    /** What time it is at AWS; fails when it cannot be asked. */
    Future<Instant> time() {
        return http.request(options(HttpMethod.GET, sts))
                .compose(request -> request.send())
                .map(response -> ZonedDateTime.parse(response.getHeader("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
    }

    private Future<AwsCredentials> fromAgent(AwsRole.Container container) {
        Future<Optional<String>> token = container.tokenFile().isPresent()
                ? read(container.tokenFile().get().toString()).map(Optional::of)
                : Future.succeededFuture(container.token());
        return token.compose(value -> {
                    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
                    value.ifPresent(text -> headers.set("Authorization", text));
                    return ask(HttpMethod.GET, container.agent(), headers, "");
                })
                .compose(AwsCredentialClient::ofAgent);
    }

    private static Future<AwsCredentials> ofAgent(String text) {
        try {
            JsonObject json = new JsonObject(text);
            return credentials(
                    Optional.ofNullable(json.getString("AccessKeyId")),
                    Optional.ofNullable(json.getString("SecretAccessKey")),
                    Optional.ofNullable(json.getString("Token")),
                    Optional.ofNullable(json.getString("Expiration")));
        } catch (DecodeException | ClassCastException e) {
            return failed("cannot be read: the credential endpoint gave no JSON");
        }
    }

    private Future<AwsCredentials> fromSts(AwsRole.WebIdentity identity) {
        return read(identity.tokenFile().toString())
                .compose(token -> {
                    String form = "Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn="
                            + escaped(identity.roleArn()) + "&RoleSessionName=" + escaped(identity.sessionName())
                            + "&WebIdentityToken=" + escaped(token);
                    MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                            .set("Content-Type", "application/x-www-form-urlencoded")
                            .set("Accept", "application/xml");
                    return ask(HttpMethod.POST, sts.resolve("/"), headers, form);
                })
                .compose(xml -> credentials(
                        element(xml, "AccessKeyId"),
                        element(xml, "SecretAccessKey"),
                        element(xml, "SessionToken"),
                        element(xml, "Expiration")));
    }

    private static Future<AwsCredentials> credentials(
            Optional<String> keyId, Optional<String> secret, Optional<String> token, Optional<String> expiration) {
        if (keyId.isEmpty() || secret.isEmpty()) {
            return failed("are not in the answer of the credential endpoint");
        }
        try {
            return Future.succeededFuture(new AwsCredentials(
                    keyId.get(),
                    secret.get(),
                    token,
                    expiration.map(Instant::parse).orElse(Instant.MAX)));
        } catch (DateTimeException e) {
            return failed("have an expiration that is no time");
        }
    }

    private static Optional<String> element(String xml, String name) {
        Matcher found =
                Pattern.compile("<" + name + ">\\s*([^<]*?)\\s*</" + name + ">").matcher(xml);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private Future<String> read(String file) {
        return vertx.fileSystem()
                .readFile(file)
                .map(content -> content.toString(UTF_8).strip())
                .recover(failure -> failed("cannot be fetched: the token file of the platform cannot be read"));
    }

    /** Asks on an event loop, because the body of an answer is lost to a thread that comes after it has arrived. */
    private Future<String> ask(HttpMethod method, URI uri, MultiMap headers, String body) {
        RequestOptions options = options(method, uri).setHeaders(headers);
        Promise<String> answer = Promise.promise();
        vertx.runOnContext(onLoop -> http.request(options)
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> response.statusCode() == 200
                        ? response.body().map(Buffer::toString)
                        : failed("were refused: the credential endpoint answered " + response.statusCode()))
                .onComplete(answer));
        return answer.future();
    }

    private static RequestOptions options(HttpMethod method, URI uri) {
        return new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(uri.toString())
                .setTimeout(TIMEOUT.toMillis());
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static <T> Future<T> failed(String fault) {
        return Future.failedFuture(new RedisException(Reason.AUTHENTICATION, "AWS credentials for IAM " + fault));
    }

    void close() {
        http.close();
    }
}
