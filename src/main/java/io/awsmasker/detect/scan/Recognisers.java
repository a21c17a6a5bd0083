package io.awsmasker.detect.scan;

import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.command.Commands;
import io.awsmasker.detect.secret.SecretWords;
import io.awsmasker.detect.secret.StripeIds;
import io.awsmasker.detect.secret.VendorKeys;
import io.awsmasker.detect.shape.Arns;
import io.awsmasker.detect.shape.Hosts;
import io.awsmasker.detect.shape.Numbers;
import io.awsmasker.detect.shape.PrefixedIds;

/**
 * What finds identifiers by their shape or by a word in front of them, made once from the catalogue and only read afterwards. One
 * object serves all threads, so that a text costs no look-up that could have been made before it came.
 */
public final class Recognisers {
    final Vocabulary vocabulary = new Vocabulary();
    final Commands commands = new Commands();
    final SecretWords secretWords = new SecretWords(vocabulary.keys);
    final Numbers numbers = new Numbers(vocabulary.keys);
    final PrefixedIds prefixedIds = new PrefixedIds();
    final Arns arns = new Arns();
    final Hosts hosts = new Hosts();
    final VendorKeys vendorKeys = new VendorKeys();
    final StripeIds stripeIds = new StripeIds();
}
