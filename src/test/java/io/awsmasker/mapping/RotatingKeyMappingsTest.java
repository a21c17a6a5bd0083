package io.awsmasker.mapping;

import io.awsmasker.testing.RedisServers;

class RotatingKeyMappingsTest extends RedisContract {
    RotatingKeyMappingsTest() {
        super(RedisServers.STANDALONE, TwoKeys.rotating());
    }

    @Override
    int cases() {
        return 4;
    }

    /** The other instance writes with the key that this one only reads. */
    @Override
    StoredTexts textsOfSecond() {
        return TwoKeys.rotated();
    }
}
