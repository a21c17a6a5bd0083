package io.awsmasker.mapping;

import static org.awaitility.Awaitility.await;

import io.awsmasker.redis.RedisLink;
import java.util.ArrayList;
import java.util.List;

class ClusterMappingsTest extends RedisContract {
    private final List<ClusterMappings> stores = new ArrayList<>();

    @Override
    Mappings over(RedisLink link) {
        var store = new ClusterMappings(link, Texts.CLEAR, MappingLimits.of(TTL));
        stores.add(store);
        return store;
    }

    @Override
    void settle() {
        await().until(() -> stores.stream().allMatch(store -> store.unfinished() == 0));
    }

    @Override
    boolean repairsBeforeUse() {
        return false;
    }
}
