package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class PasswordMappingsTest extends RedisContract {
    PasswordMappingsTest() {
        super(RedisServers.PASSWORD, StoredTexts.CLEAR);
    }

    @Override
    int cases() {
        return 4;
    }
}
