package io.awsmasker.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.testing.Questions;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A request that brings more new values than a tenant may is told so, and costs nobody else anything. */
class TooManyNewIT {
    private static final String KNOWN = "why is i-0d4c3b2a19f8e7d65 down?";
    private static final String TOO_MANY = "are vpc-0a1b2c3d4e5f60718 and vpc-0a1b2c3d4e5f60719 peers?";
    private static final Pattern CHECKS = Pattern.compile("cmdstat_info:calls=(\\d+)");
    private static final int TIMES = 20;

    @Test
    void whatCanNeverPassInvitesNoRetryAndLetsOthersPassAtOnce() {
        try (Scene scene = Scene.start(Map.of("MASKER_MAPPING_MAX_NEW_PER_MINUTE", "1"));
                Jedis redis = scene.redis().connect()) {
            assertEquals(KNOWN, Scene.text(scene.post(Questions.body(KNOWN))));
            long began = System.nanoTime();
            int before = checks(redis);
            for (int i = 0; i < TIMES; i++) {
                refused(scene.post(Questions.body(TOO_MANY)));
                assertEquals(KNOWN, Scene.text(scene.post(Questions.body(KNOWN))));
            }
            int byRequests = checks(redis) - before - 1;
            long byTime = (System.nanoTime() - began) / 1_000_000_000 + 2;
            assertTrue(byRequests <= byTime, "Redis was checked " + byRequests + " times, each second makes " + byTime);
        }
    }

    private static void refused(HttpResponse<String> answer) {
        assertEquals(429, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("AWS_MASKER_7003"), answer.body());
        assertTrue(answer.body().contains("2 new values, and at most 1 a minute"), answer.body());
        assertEquals("false", answer.headers().firstValue("x-should-retry").orElse(""));
        assertFalse(answer.headers().firstValue("retry-after").isPresent());
    }

    private static int checks(Jedis redis) {
        Matcher calls = CHECKS.matcher(redis.info("commandstats"));
        return calls.find() ? Integer.parseInt(calls.group(1)) : 0;
    }
}
