package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.ReadRequest;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.OutgoingProof;
import io.awsmasker.failsecure.ProofExemptions;
import io.awsmasker.failsecure.Refusal;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what is sent as a credential, which nobody masks: one of AWS stands there by mistake only, for example because a
 * client that signs for AWS was pointed at this gateway. Keys and web tokens of others pass.
 */
final class CredentialCheck {
    private static final Pattern SIGNED_FOR_AWS = Pattern.compile("(?i)\\s*AWS4-.*|.*\\bSignedHeaders=.*");
    private static final Pattern ACCOUNT = Pattern.compile("(?i)\\s*([a-z]+\\s+)?\\d{12}\\s*");
    private static final Pattern BASE64 = Pattern.compile("(?i)\\s*(?:basic\\s+)?([a-z0-9+/]{16,}={0,2})\\s*");

    /** What a secret access key looks like, and a key for Claude does not. */
    private static final Pattern SECRET_ACCESS_KEY =
            Pattern.compile("\\s*([A-Za-z]+\\s+)?(?=\\S*[a-z])(?=\\S*[A-Z])(?=\\S*\\d)[A-Za-z0-9/+]{40}\\s*");

    private CredentialCheck() {}

    /** Refuses in a header what {@link #check} refuses anywhere, and what looks like the secret half of a credential of AWS. */
    static void ofHeader(String name, @Nullable String value) {
        check("the header " + name, value);
        if (value != null && SECRET_ACCESS_KEY.matcher(value).matches()) {
            throw ofAws("the header " + name);
        }
    }

    /** The same request, unless a credential for an MCP server is one of AWS; linear in their length. */
    static ReadRequest passed(ReadRequest read) {
        read.credentials().forEach(token -> check("mcp_servers[].authorization_token", token));
        return read;
    }

    /**
     * Refuses a credential of AWS, and whatever else of AWS says what it is.
     *
     * @param place what the client calls the place
     * @param value null when nothing stands there
     */
    static void check(String place, @Nullable String value) {
        if (value == null) {
            return;
        }
        boolean own = SIGNED_FOR_AWS.matcher(value).matches()
                || ACCOUNT.matcher(value).matches();
        if (own || names(value.getBytes(UTF_8)) || names(decoded(value))) {
            throw ofAws(place);
        }
    }

    private static Refusal ofAws(String place) {
        return new Refusal(
                ErrorCode.SECURITY_BYPASS_ATTEMPT,
                place + " holds a credential or an identifier of AWS, which would leave unmasked; send a key for"
                        + " the service that it is meant for, and change the one of AWS if it is in use");
    }

    private static boolean names(byte[] text) {
        return new OutgoingProof(List.of(), ProofExemptions.CREDENTIALS)
                .check(text, 0, text.length)
                .isPresent();
    }

    private static byte[] decoded(String value) {
        var base64 = BASE64.matcher(value);
        try {
            return base64.matches() ? Base64.getDecoder().decode(base64.group(1)) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
