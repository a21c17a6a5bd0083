package io.awsmasker.mapping;

class NearCacheOverMemoryTest extends MappingsContract {
    @Override
    Mappings open() {
        return new NearCache(new InMemoryMappings(10_000, TTL), TTL, 1000);
    }
}
