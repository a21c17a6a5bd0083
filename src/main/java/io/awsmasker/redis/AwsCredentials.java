package io.awsmasker.redis;

import java.time.Instant;
import java.util.Optional;

/**
 * What signs requests to AWS; its text shows nothing of it.
 *
 * @param sessionToken empty for the long-lived keys of a user
 * @param expiration when they stop working; {@link Instant#MAX} when never
 */
record AwsCredentials(String keyId, String secretKey, Optional<String> sessionToken, Instant expiration) {
    @Override
    public String toString() {
        return "AWS credentials";
    }
}
