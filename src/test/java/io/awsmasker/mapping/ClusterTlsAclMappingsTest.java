package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class ClusterTlsAclMappingsTest extends RedisContract {
    ClusterTlsAclMappingsTest() {
        super(RedisServers.CLUSTER_TLS_ACL, TwoKeys.sealed());
    }

    @Override
    int cases() {
        return 4;
    }
}
