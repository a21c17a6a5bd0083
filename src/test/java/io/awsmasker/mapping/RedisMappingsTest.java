package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;

class RedisMappingsTest extends RedisContract {
    @Override
    Mappings over(RedisLink link) {
        return new RedisMappings(link, Texts.CLEAR, MappingLimits.of(TTL));
    }
}
