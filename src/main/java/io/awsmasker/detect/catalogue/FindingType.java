package io.awsmasker.detect.catalogue;

/** What a finding is: an entry of the catalogue, a rule of the user's own, or a structure that is masked in one piece. */
public sealed interface FindingType permits IdentifierType, CustomRule, Structure, Part {
    /** The word in front of the number in a token, as in {@code EC2_001}. */
    String tokenClass();

    /** The setting that says what becomes of it, as {@code masker.mask.ec2-instances}. */
    String setting();

    /** Whether its values give access to something by themselves; such a one is rather redacted than refused. */
    default boolean secret() {
        return false;
    }
}
