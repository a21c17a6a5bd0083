package io.awsmasker.mask;

import io.awsmasker.detect.finding.Passage;

/**
 * A passage to mask, and who wrote it. Text that only looks like a token is escaped where a person may have written it; in
 * text that the model wrote and that must go back as it was (signed thoughts), a token is simply a token.
 *
 * @param passage what to search
 * @param tokensStand whether tokens in it stay as they are
 */
public record Maskable(Passage passage, boolean tokensStand) {}
