package io.awsmasker.detect;

import org.jspecify.annotations.Nullable;

/**
 * Objects of Kubernetes that name something of AWS under a key that tells nothing by itself: the secret of an
 * {@code ExternalSecret} or a {@code SecretProviderClass}, the cluster of eksctl's {@code ClusterConfig}. What stands around
 * the key decides; each look is bounded.
 */
final class KubernetesObjects {
    private static final int FAR = 256;
    private static final int LONGEST_NEIGHBOUR = 160;
    private static final String KIND = "kind";
    private static final String CLUSTER = "ClusterConfig";
    private static final String METADATA = "metadata";
    private static final String NAME = "name";
    private static final String DISCOVERY = "karpenter.sh/discovery";
    private static final String OBJECT = "objectName";
    private static final String SECRETS = "secretsmanager";
    private static final String PARAMETERS = "ssmparameter";

    private final byte[] text;
    private final int from;
    private final int to;
    private final YamlOwner yaml;

    KubernetesObjects(Passage passage, YamlOwner yaml) {
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.yaml = yaml;
    }

    /** What stands at {@code value} under the key that ends at {@code keyEnd}, a member of {@code owner}, or null. */
    @Nullable
    IdentifierType meaning(int traits, int keyEnd, int value, @Nullable IdentifierType owner) {
        if (isDiscovery(keyEnd)) {
            return IdentifierType.CLUSTER;
        }
        if ((traits & (KeyTraits.REFERRED | KeyTraits.NAME)) != 0) {
            return name(traits, keyEnd, owner);
        }
        if ((traits & KeyTraits.REFERENCE) != 0 && value < to && text[value] == '\n') {
            yaml.expect(keyEnd, IdentifierType.SECRETNAME);
        }
        return null;
    }

    /** Whether it is the tag by which Karpenter knows what belongs to a cluster. */
    private boolean isDiscovery(int keyEnd) {
        int start = keyEnd - DISCOVERY.length();
        return text[keyEnd - 1] == 'y' && start >= from && Bytes.at(text, start, keyEnd, DISCOVERY);
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

    /** Where the name of the cluster begins if the value under {@code kind} says that one is described, or -1. */
    static int clusterName(byte[] text, int from, int keyEnd, int value, int to) {
        int kind = keyEnd - KIND.length();
        int word = value < to && text[value] == '"' ? value + 1 : value;
        if (kind < from || !Bytes.at(text, kind, keyEnd, KIND) || !Bytes.at(text, word, to, CLUSTER)) {
            return -1;
        }
        int metadata = behind(text, word, METADATA, to);
        int name = metadata < 0 ? -1 : behind(text, metadata, NAME, to);
        int colon = name < 0 || text[name] == ':' ? name : name + 1;
        return colon >= 0 && colon < to && text[colon] == ':' ? colon + 1 : -1;
    }

    /** Behind the next {@code word} that is a whole one, or -1. */
    private static int behind(byte[] text, int at, String word, int to) {
        int limit = Math.min(to - word.length(), at + FAR);
        for (int i = at; i < limit; i++) {
            int end = i + word.length();
            if (text[i] == word.charAt(0)
                    && Bytes.at(text, i, to, word)
                    && Boundary.before(text, at, i)
                    && (text[end] == ':' || text[end] == '"')) {
                return end;
            }
        }
        return -1;
    }
}
