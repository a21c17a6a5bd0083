package io.awsmasker.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two templates for ElastiCache: nothing is evicted, names fit, and alarms look where CloudWatch keeps the metric. */
class CacheTemplatesTest {
    private static final int LONGEST_NAME = 40;

    @Test
    void theCacheOfNodesEvictsNothingAndGrowsInPlace() {
        JsonNode resources = read("elasticache-replication-group").path("Resources");
        JsonNode cache = resources.path("ReplicationGroup");
        assertEquals(
                "noeviction",
                resources
                        .at("/ParameterGroup/Properties/Properties/maxmemory-policy")
                        .asText());
        assertEquals(
                "ParameterGroup",
                cache.at("/Properties/CacheParameterGroupName").asText());
        assertTrue(cache.at("/UpdatePolicy/UseOnlineResharding").asBoolean(), "else more shards are another cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"elasticache-replication-group", "elasticache-serverless"})
    void theLongestNameLeavesRoomForWhatIsMadeOfIt(String template) {
        JsonNode document = read(template);
        int longest = document.at("/Parameters/CacheName/MaxLength").asInt();
        for (String derived : List.of(
                document.at("/Resources/DefaultUser/Properties/UserId").asText(),
                document.at("/Resources/UserGroup/Properties/UserGroupId").asText())) {
            assertTrue(derived.replace("${CacheName}", "x".repeat(longest)).length() <= LONGEST_NAME, derived);
        }
    }

    /** CloudWatch counts nodes under CacheClusterId and serverless caches under clusterId; another name is an alarm for nothing. */
    @ParameterizedTest
    @CsvSource({
        "elasticache-replication-group, MemoryAlarm, DatabaseMemoryUsagePercentage, CacheClusterId ${ReplicationGroup}-0001-001",
        "elasticache-serverless, StorageAlarm, BytesUsedForCache, clusterId Cache",
        "elasticache-serverless, EvictionAlarm, Evictions, clusterId Cache"
    })
    void alarmsLookWhereTheMetricIs(String template, String alarm, String metric, String dimension) {
        JsonNode properties = read(template).path("Resources").path(alarm).path("Properties");
        assertEquals("AWS/ElastiCache", properties.path("Namespace").asText());
        assertEquals(metric, properties.path("MetricName").asText());
        assertEquals(
                dimension,
                properties.at("/Dimensions/0/Name").asText() + " "
                        + properties.at("/Dimensions/0/Value").asText());
        assertTrue(properties.has("AlarmActions"), "nobody would hear it");
    }

    private static JsonNode read(String template) {
        return Project.documents(Project.text("deploy/cloudformation/" + template + ".yaml"))
                .get(0);
    }
}
