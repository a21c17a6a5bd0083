package io.awsmasker.mapping;

class NearCacheOverRedisTest extends RedisContract {
    @Override
    Mappings over(RedisMappings store) {
        return new NearCache(store, TTL, 1000);
    }
}
