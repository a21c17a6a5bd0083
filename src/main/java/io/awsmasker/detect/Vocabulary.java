package io.awsmasker.detect;

/**
 * The words by which the catalogue's types are called: keys, also vague ones, what holds things, resources of Terraform. Made once
 * and only read afterwards, by everybody who asks what stands under a key.
 */
final class Vocabulary {
    final Keys keys = Keys.telling();
    final Keys vagueKeys = new Keys(Grammar.Column.VAGUE);
    final Keys holders = new Keys(Grammar.Column.HOLDER);
    final KnownKeys knownKeys = new KnownKeys(keys, vagueKeys);
    final Terraform terraform = new Terraform();
}
