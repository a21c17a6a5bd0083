package io.awsmasker.redis;

import io.awsmasker.testing.RedisServers;
import org.junit.jupiter.api.Nested;

/** The contract over each kind of Redis. */
class RedisLinkTest {
    @Nested
    class Standalone extends RedisLinkContract {
        Standalone() {
            super(RedisServers.STANDALONE);
        }
    }

    @Nested
    class Password extends RedisLinkContract {
        Password() {
            super(RedisServers.PASSWORD);
        }
    }

    @Nested
    class AclUser extends RedisLinkContract {
        AclUser() {
            super(RedisServers.ACL_USER);
        }
    }

    @Nested
    class Tls extends RedisLinkContract {
        Tls() {
            super(RedisServers.TLS);
        }
    }

    @Nested
    class Cluster extends RedisLinkContract {
        Cluster() {
            super(RedisServers.CLUSTER);
        }
    }

    @Nested
    class ClusterWithTlsAndAcl extends RedisLinkContract {
        ClusterWithTlsAndAcl() {
            super(RedisServers.CLUSTER_TLS_ACL);
        }
    }
}
