package io.awsmasker.detect;

/** The catalogue of identifier types. */
public enum IdentifierType {
    EC2;

    /** The word in front of the number in a token, as in {@code EC2_001}. */
    public String tokenClass() {
        return name();
    }

    /** Whether values of this type are redacted: never stored, never restored. */
    public boolean secret() {
        return false;
    }
}
