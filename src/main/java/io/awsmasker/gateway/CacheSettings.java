package io.awsmasker.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether answers are given again, and for how long and how many are kept for it. */
@ConfigMapping(prefix = "masker.cache")
public interface CacheSettings {
    /** True gives a question that is asked again the answer that it got. */
    @WithDefault("false")
    @WithConverter(StrictBoolean.class)
    boolean enabled();

    /** How long an answer is given again. */
    @WithDefault("1h")
    Duration ttl();

    /** How many answers are kept for each tenant. */
    @WithName("max-answers")
    @WithDefault("1000")
    int maxAnswers();

    /** How long an answer may be, in bytes, to be kept. */
    @WithName("max-bytes")
    @WithDefault("65536")
    int maxBytes();

    /** What is wrong with these settings. */
    default List<String> problems(boolean redis) {
        List<String> problems = new ArrayList<>();
        if (enabled() && !redis) {
            problems.add("masker.cache.enabled: answers are kept in Redis only; set masker.mapping.use-redis to true");
        }
        if (ttl().toMillis() < 1) {
            problems.add("masker.cache.ttl: must be at least a millisecond");
        }
        if (maxAnswers() < 1) {
            problems.add("masker.cache.max-answers: must be at least 1");
        }
        if (maxBytes() < 1 || maxBytes() > 1 << 20) {
            problems.add("masker.cache.max-bytes: must be from 1 to 1048576");
        }
        return problems;
    }
}
