package io.awsmasker.mapping;

import java.time.Instant;

class NearCacheOverMemoryTest extends MappingsContract {
    @Override
    Mappings open() {
        return new NearCache(new InMemoryMappings(MappingLimits.of(TTL), Instant::now), TTL, 1000);
    }
}
