package io.awsmasker.mapping;

import java.time.Duration;

/**
 * How long answers are kept, and how much of them.
 *
 * @param ttl how long an answer is given again, at least a millisecond
 * @param maxAnswers how many of a tenant, at least 1
 * @param maxBytes how long an answer may be, in bytes of UTF-8
 */
public record CacheLimits(Duration ttl, int maxAnswers, int maxBytes) {}
