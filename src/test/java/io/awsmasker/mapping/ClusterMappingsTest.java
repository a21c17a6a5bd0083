package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class ClusterMappingsTest extends RedisContract {
    ClusterMappingsTest() {
        super(RedisServers.CLUSTER, StoredTexts.CLEAR);
    }
}
