package io.awsmasker.mapping;

import io.awsmasker.redis.RedisLink;

class ClusterMappingsTest extends RedisContract {
    @Override
    Mappings over(RedisLink link) {
        return new ClusterMappings(link, Texts.CLEAR, MappingLimits.of(TTL));
    }
}
