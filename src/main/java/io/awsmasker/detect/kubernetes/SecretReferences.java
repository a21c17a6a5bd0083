package io.awsmasker.detect.kubernetes;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.enclosing.YamlOwner;
import io.awsmasker.detect.finding.Passage;
import org.jspecify.annotations.Nullable;

/**
 * Objects of Kubernetes that say which secret or parameter of AWS they mean, under a key that tells nothing by itself: an
 * {@code ExternalSecret} or a {@code SecretProviderClass}. What stands around the key decides; each look is bounded.
 */
public final class SecretReferences {
    private static final int LONGEST_NEIGHBOUR = 160;
    private static final String OBJECT = "objectName";
    private static final String SECRETS = "secretsmanager";
    private static final String PARAMETERS = "ssmparameter";

    private final byte[] text;
    private final int from;
    private final int to;
    private final YamlOwner yaml;

    public SecretReferences(Passage passage, YamlOwner yaml) {
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.yaml = yaml;
    }

    /** What stands at {@code value} under the key that ends at {@code keyEnd}, a member of {@code owner}, or null. */
    @Nullable
    public IdentifierType meaning(int traits, int keyEnd, int value, @Nullable IdentifierType owner) {
        if ((traits & (KeyTraits.REFERRED | KeyTraits.NAME)) != 0) {
            return name(traits, keyEnd, owner);
        }
        if ((traits & KeyTraits.REFERENCE) != 0 && value < to && text[value] == '\n') {
            yaml.expect(keyEnd, IdentifierType.SECRETNAME);
        }
        return null;
    }

    private @Nullable IdentifierType name(int traits, int keyEnd, @Nullable IdentifierType owner) {
        if ((traits & KeyTraits.REFERRED) != 0) {
            boolean secret = owner == IdentifierType.SECRETNAME || yaml.member(keyEnd) == IdentifierType.SECRETNAME;
            return secret ? IdentifierType.SECRETNAME : null;
        }
        boolean object = keyEnd - OBJECT.length() >= from && Bytes.at(text, keyEnd - OBJECT.length(), keyEnd, OBJECT);
        for (int i = keyEnd; object && i < to && i - keyEnd < LONGEST_NEIGHBOUR; i++) {
            if (text[i] == 's' && Bytes.at(text, i, to, SECRETS)) {
                return IdentifierType.SECRETNAME;
            }
            if (text[i] == 's' && Bytes.at(text, i, to, PARAMETERS)) {
                return IdentifierType.SSMPARAM;
            }
            if (text[i] == 'o' && Bytes.at(text, i, to, OBJECT)) {
                return null;
            }
        }
        return null;
    }
}
