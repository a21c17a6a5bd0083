package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class EncryptedMappingsTest extends RedisContract {
    EncryptedMappingsTest() {
        super(RedisServers.STANDALONE, TwoKeys.sealed());
    }

    @Override
    int cases() {
        return 4;
    }
}
