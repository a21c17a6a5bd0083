package io.awsmasker.gateway;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A place for a credential takes every credential but those of AWS, and nothing else that names itself. */
class CredentialCheckTest {
    private static final String PLACE = "mcp_servers[].authorization_token";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAQ3EGWZ7XK2LMN5PR",
                "Bearer ASIAQ3EGWZ7XK2LMN5PR",
                "AWS4-HMAC-SHA256 Credential=x/20261121/eu-west-1/bedrock/aws4_request, Signature=00",
                "aws4-ecdsa-p256-sha256 Credential=x",
                "QUtJQVEzRUdXWjdYSzJMTU41UFI6c2VjcmV0",
                "Basic QUtJQVEzRUdXWjdYSzJMTU41UFI6c2VjcmV0",
                "i-0abc1234def567890",
                "897355541743",
                "Bearer 897355541743",
                "arn:aws:iam::897355541743:role/deploy"
            })
    void ofAws(String value) {
        Refusal refusal = assertThrows(Refusal.class, () -> CredentialCheck.check(PLACE, value));
        assertEquals(ErrorCode.SECURITY_BYPASS_ATTEMPT, refusal.code());
        assertTrue(refusal.getMessage().startsWith(PLACE + " "), refusal.getMessage());
        assertFalse(refusal.getMessage().contains(value), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-ant-api03-k3Hq9ZxW7uRtYpLmNvBc1D2fG4hJ5kQ6wE8rT0yUaSdFgHjKlZxCvBnM-AAAA",
                "Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLXg_a",
                "Bearer sk-ant-oat01-k3Hq9ZxW7uRtYpLmNvBc1D2fG4hJ5kQ6wE8rT0yUaSdFgHjKlZxCvBnM-AAAA",
                "test",
                "5d1c4f3e-9a2b-4c1e-8f7d-123456789012",
                "a.b-c",
                "1234567890123456"
            })
    void ofOthers(String value) {
        assertDoesNotThrow(() -> CredentialCheck.check(PLACE, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zX81cAnArY/7qWeRtYuIoPaSdFgHjKlZxCvBnM90", "Bearer zX81cAnArY/7qWeRtYuIoPaSdFgHjKlZxCvBnM90"})
    void aSecretAccessKeyInAHeader(String value) {
        Refusal refusal = assertThrows(Refusal.class, () -> CredentialCheck.ofHeader("x-api-key", value));
        assertEquals(ErrorCode.SECURITY_BYPASS_ATTEMPT, refusal.code());
        assertFalse(refusal.getMessage().contains("zX81"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5d1c4f3e9a2b4c1e8f7d5d1c4f3e9a2b4c1e8f7d",
                "zX81cAnArY/7qWeRtYuIoPaSdFgHjKlZxCvBnM9",
                "sk-ant-api03-k3Hq9ZxW7uRtYpLmNvBc1D2fG4hJ5k"
            })
    void otherKeysInAHeader(String value) {
        assertDoesNotThrow(() -> CredentialCheck.ofHeader("x-api-key", value));
    }

    @Test
    void none() {
        assertDoesNotThrow(() -> CredentialCheck.check(PLACE, null));
    }
}
