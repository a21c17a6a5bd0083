package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;

class NearCacheOverRedisTest extends RedisContract {
    @Override
    Mappings over(RedisLink link) {
        return new NearCache(new RedisMappings(link, Texts.CLEAR, MappingLimits.of(TTL)), TTL, 1000);
    }
}
