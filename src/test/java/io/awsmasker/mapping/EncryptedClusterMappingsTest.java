package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class EncryptedClusterMappingsTest extends RedisContract {
    EncryptedClusterMappingsTest() {
        super(RedisServers.CLUSTER, TwoKeys.sealed());
    }

    @Override
    int cases() {
        return 4;
    }
}
