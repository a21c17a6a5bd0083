package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Tokens are those that the signer of the AWS SDK makes. */
class IamTokenTest {
    private static final Instant NOW = Instant.parse("2026-11-21T07:08:09Z");
    private static final String KEY_ID = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    @ParameterizedTest
    @CsvSource({
        "false, , masker",
        "true, , masker",
        "false, IQoJ/b3+JpZ2lu==, masker",
        "true, IQoJ/b3+JpZ2lu==, masker",
        "false, , a user+with~signs*/&="
    })
    void areThoseOfTheAwsSdk(boolean serverless, String sessionToken, String user) {
        Optional<String> session = Optional.ofNullable(sessionToken);
        var credentials = new AwsCredentials(KEY_ID, SECRET, session, Instant.MAX);
        var settings = new CredentialSettings.Iam(
                user,
                "eu-central-1",
                "my-cache",
                serverless,
                new AwsRole.Given(credentials),
                URI.create("https://sts"));
        String token = IamToken.of(settings, credentials, NOW);
        var expected = bySdk(serverless, session, user);
        assertEquals(expected.host(), token.substring(0, token.indexOf('/')));
        assertEquals(
                sorted(expected),
                sorted(SdkHttpRequest.builder()
                        .uri(URI.create("https://" + token))
                        .method(SdkHttpMethod.GET)
                        .build()));
    }

    private static Map<String, Object> sorted(SdkHttpRequest request) {
        return new TreeMap<>(request.rawQueryParameters());
    }

    private static SdkHttpRequest bySdk(boolean serverless, Optional<String> session, String user) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host("my-cache")
                .encodedPath("/")
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("User", user);
        if (serverless) {
            request.putRawQueryParameter("ResourceType", "ServerlessCache");
        }
        AwsCredentialsIdentity identity = session.<AwsCredentialsIdentity>map(
                        token -> AwsSessionCredentialsIdentity.create(KEY_ID, SECRET, token))
                .orElseGet(() -> AwsCredentialsIdentity.create(KEY_ID, SECRET));
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(identity)
                        .request(request.build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "elasticache")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, IamToken.LIFETIME)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC)))
                .request();
    }

    /** From the page "Derive a signing key" of AWS' own documentation. */
    @Test
    void theSigningKeyIsThatOfThePublishedExample() {
        assertEquals(
                "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d",
                HexFormat.of().formatHex(IamToken.signingKey(SECRET, "20120215", "us-east-1", "iam")));
    }
}
