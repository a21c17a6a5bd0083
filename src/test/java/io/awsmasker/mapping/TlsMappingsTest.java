package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class TlsMappingsTest extends RedisContract {
    TlsMappingsTest() {
        super(RedisServers.TLS, StoredTexts.CLEAR);
    }

    @Override
    int cases() {
        return 4;
    }
}
