package io.awsmasker.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The password by which ElastiCache knows an IAM role: a request to connect, presigned with Signature Version 4 and never
 * sent. Written by hand because it is this little, and the SDK brings dozens of libraries.
 */
final class IamToken {
    static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String SERVICE = "elasticache";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

    private IamToken() {}

    static String of(CredentialSettings.Iam settings, AwsCredentials aws, Instant now) {
        String scope = DATE.format(now) + "/" + settings.region() + "/" + SERVICE + "/aws4_request";
        Map<String, String> query = new TreeMap<>(Map.of(
                "Action",
                "connect",
                "User",
                settings.user(),
                "X-Amz-Algorithm",
                "AWS4-HMAC-SHA256",
                "X-Amz-Credential",
                aws.keyId() + "/" + scope,
                "X-Amz-Date",
                TIME.format(now),
                "X-Amz-Expires",
                String.valueOf(LIFETIME.toSeconds()),
                "X-Amz-SignedHeaders",
                "host"));
        aws.sessionToken().ifPresent(token -> query.put("X-Amz-Security-Token", token));
        if (settings.serverless()) {
            query.put("ResourceType", "ServerlessCache");
        }
        String canonicalQuery = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + escaped(one.getValue()))
                .collect(Collectors.joining("&"));
        String request = "GET\n/\n" + canonicalQuery + "\nhost:" + settings.cache() + "\n\nhost\n" + digest("");
        String toSign = "AWS4-HMAC-SHA256\n" + TIME.format(now) + "\n" + scope + "\n" + digest(request);
        byte[] key = signingKey(aws.secretKey(), DATE.format(now), settings.region(), SERVICE);
        return settings.cache() + "/?" + canonicalQuery + "&X-Amz-Signature=" + hex(hmac(key, toSign));
    }

    static byte[] signingKey(String secretKey, String date, String region, String service) {
        byte[] key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (String part : new String[] {date, region, service, "aws4_request"}) {
            key = hmac(key, part);
        }
        return key;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digest(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
