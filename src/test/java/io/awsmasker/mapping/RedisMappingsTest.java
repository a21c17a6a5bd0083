package io.awsmasker.mapping;

class RedisMappingsTest extends RedisContract {
    @Override
    Mappings over(RedisMappings store) {
        return store;
    }
}
