package io.awsmasker.detect;

/** What the recognisers know, made once from the catalogue and only read afterwards. */
final class Tables {
    final Keys keys = Keys.telling();
    final Keys vagueKeys = new Keys(Grammar.Column.VAGUE);
    final Keys holders = new Keys(Grammar.Column.HOLDER);
    final KnownKeys knownKeys = new KnownKeys(keys, vagueKeys);
    final BareKeys bareKeys = new BareKeys(keys, vagueKeys);
    final SecretWords secretWords = new SecretWords(keys);
    final Commands commands = new Commands();
    final Numbers numbers = new Numbers(keys);
    final PrefixedIds prefixedIds = new PrefixedIds();
    final Arns arns = new Arns();
    final Hosts hosts = new Hosts();
    final Terraform terraform = new Terraform();
    final VendorKeys vendorKeys = new VendorKeys();
    final StripeIds stripeIds = new StripeIds();
}
