package io.awsmasker.redis;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Finds the AWS role in the environment by the names that the platforms set, in the order of AWS' own SDKs. */
final class AwsRoleReader {
    private static final String ECS_AGENT = "http://169.254.170.2";
    /** Those that AWS names; to any other host the token of the agent goes over TLS only. */
    private static final Set<String> LOCAL_HOSTS =
            Set.of("localhost", "127.0.0.1", "[::1]", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]");

    private final Lookup lookup;

    AwsRoleReader(Lookup lookup) {
        this.lookup = lookup;
    }

    Optional<AwsRole> read() {
        Optional<AwsRole> role = given().or(this::webIdentity).or(this::container);
        if (role.isEmpty()) {
            lookup.missing(
                    "iam.enabled",
                    "there is no AWS role in the environment; run with an ECS task role, EKS Pod Identity or IRSA, "
                            + "or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
        }
        return role;
    }

    /** The endpoint of STS in a region, or the one that the environment names. */
    URI sts(String region) {
        String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
        String address = lookup.find("AWS_ENDPOINT_URL_STS").orElse("https://sts." + region + domain);
        return uri("AWS_ENDPOINT_URL_STS", address);
    }

    private Optional<AwsRole> given() {
        return lookup.find("AWS_ACCESS_KEY_ID")
                .flatMap(id -> lookup.find("AWS_SECRET_ACCESS_KEY")
                        .map(secret -> new AwsRole.Given(
                                new AwsCredentials(id, secret, lookup.find("AWS_SESSION_TOKEN"), Instant.MAX))));
    }

    private Optional<AwsRole> webIdentity() {
        return lookup.find("AWS_WEB_IDENTITY_TOKEN_FILE")
                .flatMap(file -> lookup.find("AWS_ROLE_ARN")
                        .map(arn -> new AwsRole.WebIdentity(
                                Path.of(file),
                                arn,
                                lookup.find("AWS_ROLE_SESSION_NAME").orElse("aws-masker"))));
    }

    private Optional<AwsRole> container() {
        return lookup.find("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
                .map(ECS_AGENT::concat)
                .or(() -> lookup.find("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
                .map(address -> new AwsRole.Container(
                        agent(address),
                        lookup.find("AWS_CONTAINER_AUTHORIZATION_TOKEN"),
                        lookup.find("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE").map(Path::of)));
    }

    private URI agent(String address) {
        URI uri = uri("AWS_CONTAINER_CREDENTIALS_FULL_URI", address);
        if (!"https".equals(uri.getScheme()) && !LOCAL_HOSTS.contains(String.valueOf(uri.getHost()))) {
            lookup.problem(
                    "iam.enabled",
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI is neither https nor the address of an AWS agent; "
                            + "leave it to the platform");
        }
        return uri;
    }

    private URI uri(String name, String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            lookup.problem("iam.enabled", name + " is no URI; leave it to the platform");
            return URI.create("https://localhost");
        }
    }
}
