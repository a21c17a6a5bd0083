package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class EncryptedClusterMappingsTest extends RedisContract {
    EncryptedClusterMappingsTest() {
        super(RedisServers.CLUSTER, Keys.sealed());
    }

    @Override
    int cases() {
        return 4;
    }
}
