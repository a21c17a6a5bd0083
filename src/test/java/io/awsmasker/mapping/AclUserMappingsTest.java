package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class AclUserMappingsTest extends RedisContract {
    AclUserMappingsTest() {
        super(RedisServers.FEWEST_RIGHTS, StoredTexts.CLEAR);
    }

    @Override
    int cases() {
        return 4;
    }
}
