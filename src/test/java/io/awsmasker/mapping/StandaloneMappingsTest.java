package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class StandaloneMappingsTest extends RedisContract {
    StandaloneMappingsTest() {
        super(RedisServers.STANDALONE, StoredTexts.CLEAR);
    }
}
