package io.awsmasker.failsecure;

import java.time.Duration;

/**
 * How patient the guard around the mapping store is.
 *
 * @param failures in a row after which the circuit opens, at least 1
 * @param delay how long it stays open before calls are tried again
 * @param successes in a row after which it closes, at least 1
 * @param timeout how long one operation on the store may take, all its round trips together
 * @param concurrency operations at the same time, at least 1; as many again may wait
 */
public record GuardSettings(int failures, Duration delay, int successes, Duration timeout, int concurrency) {}
