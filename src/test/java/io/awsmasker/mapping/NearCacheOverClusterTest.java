package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class NearCacheOverClusterTest extends RedisContract {
    NearCacheOverClusterTest() {
        super(RedisServers.CLUSTER, StoredTexts.CLEAR);
    }

    @Override
    int cases() {
        return 4;
    }

    @Override
    Mappings over(Mappings store) {
        return new NearCache(store, TTL, 1000);
    }
}
