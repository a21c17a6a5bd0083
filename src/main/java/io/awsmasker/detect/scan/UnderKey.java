package io.awsmasker.detect.scan;

import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.name.Names;
import io.awsmasker.detect.secret.Attributes;
import io.awsmasker.detect.secret.Secrets;
import java.nio.charset.StandardCharsets;

/**
 * A passage that is as a whole the value of the key under which it stands, as a string of JSON under {@code "Bucket"}. Whoever cut
 * it out of its text knows the key, and nothing of it stands in the passage.
 */
final class UnderKey {
    private UnderKey() {}

    static void find(Keys keys, Passage passage, Candidates found) {
        byte[] text = passage.text();
        int from = passage.start();
        int to = passage.end();
        String key = passage.key();
        if (key == null || from >= to) {
            return;
        }
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        IdentifierType type = keys.find(name, 0, name.length);
        if (type != null && type.secret()) {
            if (!Attributes.isPath(text, from, to)) {
                Secrets.propose(text, from, to, type, found);
            }
        } else if (type != null) {
            Names.propose(text, from, to, true, type, found);
        }
    }
}
