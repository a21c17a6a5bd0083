package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class AclUserMappingsTest extends RedisContract {
    AclUserMappingsTest() {
        super(RedisServers.ACL_USER, Texts.CLEAR);
    }

    @Override
    int cases() {
        return 4;
    }
}
