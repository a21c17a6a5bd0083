package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class NearCacheOverRedisTest extends RedisContract {
    NearCacheOverRedisTest() {
        super(RedisServers.STANDALONE, StoredTexts.CLEAR);
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
