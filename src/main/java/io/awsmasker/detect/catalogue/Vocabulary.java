package io.awsmasker.detect.catalogue;

/**
 * The words by which the catalogue's types are called: keys, also vague ones, what holds things, resources of Terraform. Made once
 * and only read afterwards, by everybody who asks what stands under a key.
 */
public final class Vocabulary {
    public final Keys keys = Keys.telling();
    public final Keys vagueKeys = new Keys(Grammar.Column.VAGUE);
    public final Keys holders = new Keys(Grammar.Column.HOLDER);
    public final KnownKeys knownKeys = new KnownKeys(keys, vagueKeys);
    public final BareKeys bareKeys = new BareKeys(keys, vagueKeys);
    public final Terraform terraform = new Terraform();
}
