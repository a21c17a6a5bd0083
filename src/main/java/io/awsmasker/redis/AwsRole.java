package io.awsmasker.redis;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the platform keeps the AWS credentials of the role that this instance runs in; no text shows a secret. */
sealed interface AwsRole {
    /** Keys in the environment. */
    record Given(AwsCredentials credentials) implements AwsRole {}

    /**
     * An agent beside the container: that of ECS, or EKS Pod Identity.
     *
     * @param token what the agent wants to see
     * @param tokenFile the same in a file that changes; it wins
     */
    record Container(URI agent, Optional<String> token, Optional<Path> tokenFile) implements AwsRole {
        @Override
        public String toString() {
            return "Container";
        }
    }

    /** A token of the Kubernetes cluster that STS changes for credentials (IRSA). */
    record WebIdentity(Path tokenFile, String roleArn, String sessionName) implements AwsRole {}
}
