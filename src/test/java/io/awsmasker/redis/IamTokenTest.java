package io.awsmasker.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.awsmasker.testing.SdkSignature;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

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
        assertEquals(
                new SdkSignature("my-cache", "eu-central-1", serverless).of(user, KEY_ID, SECRET, session, NOW),
                SdkSignature.parts(SdkHttpRequest.builder()
                        .uri(URI.create("https://" + token))
                        .method(SdkHttpMethod.GET)
                        .build()));
    }

    /** From the page "Derive a signing key" of AWS' own documentation. */
    @Test
    void theSigningKeyIsThatOfThePublishedExample() {
        assertEquals(
                "f4780e2d9f65fa895f9c67b32ce1baf0b0d8a43505a000a1a9e090d414db404d",
                HexFormat.of().formatHex(IamToken.signingKey(SECRET, "20120215", "us-east-1", "iam")));
    }
}
