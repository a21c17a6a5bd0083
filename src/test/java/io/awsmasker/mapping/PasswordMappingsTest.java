package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class PasswordMappingsTest extends RedisContract {
    PasswordMappingsTest() {
        super(RedisServers.PASSWORD, Texts.CLEAR);
    }

    @Override
    int cases() {
        return 4;
    }
}
