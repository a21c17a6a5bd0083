package io.awsmasker.detect.catalogue;

/** What becomes of the values of a family or of a rule; a later one is the stricter. */
public enum Policy {
    /** They are not looked for. */
    OFF,
    /** They become tokens, and the tokens become them again. */
    MASK,
    /** They become a token that stands for nothing: they are neither stored nor restored. */
    REDACT,
    /** They must not even be sent here: a request that holds one is refused. */
    BLOCK
}
