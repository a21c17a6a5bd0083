package io.awsmasker.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** The request that an IAM token stands for, as the AWS SDK signs it: what tokens are compared with. */
public record SdkSignature(String cache, String region, boolean serverless) {
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    /** The host and the query, with the names in order, of the request that lets {@code user} in. */
    public Map<String, Object> of(String user, String keyId, String secret, Optional<String> session, Instant now) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host(cache)
                .encodedPath("/")
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("User", user);
        if (serverless) {
            request.putRawQueryParameter("ResourceType", "ServerlessCache");
        }
        AwsCredentialsIdentity identity = session.<AwsCredentialsIdentity>map(
                        token -> AwsSessionCredentialsIdentity.create(keyId, secret, token))
                .orElseGet(() -> AwsCredentialsIdentity.create(keyId, secret));
        return parts(AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity)
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "elasticache")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, LIFETIME)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request());
    }

    /** The same of a token. */
    public static Map<String, Object> parts(SdkHttpRequest request) {
        Map<String, Object> parts = new TreeMap<>(request.rawQueryParameters());
        parts.put("host and path", request.host() + request.encodedPath());
        return parts;
    }
}
