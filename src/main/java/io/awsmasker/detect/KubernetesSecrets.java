package io.awsmasker.detect;

/**
 * The members of {@code data} and {@code stringData} of a Kubernetes Secret, whatever their keys are called. {@code kubectl}
 * sorts keys, so that they stand in front of the {@code kind} that tells what they are; no byte is read for two of those.
 */
final class KubernetesSecrets {
    private static final String KIND = "kind";
    private static final String SECRET = "Secret";
    private static final int FAR = 1 << 16;

    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private int floor;

    KubernetesSecrets(Passage passage, Candidates found) {
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.floor = from;
    }

    /** Looks whether a Secret is declared by the key that ends at {@code end} and the value at {@code value}. */
    void find(int end, int value) {
        boolean quoted = value < to && (text[value] == '"' || text[value] == '\'');
        int word = quoted ? value + 1 : value;
        int behind = word + SECRET.length();
        int key = end - KIND.length();
        if (key < floor
                || !Bytes.at(text, word, to, SECRET)
                || !Bytes.at(text, key, end, KIND)
                || (behind < to && Bytes.is(text[behind], Bytes.NAME))) {
            return;
        }
        int lowest = floor;
        floor = behind;
        int object = quoted && key > from && text[key - 1] == '"' ? KubernetesJson.objectAround(text, lowest, key) : -1;
        if (object >= 0) {
            floor = KubernetesJson.read(text, object, Math.min(to, behind + FAR), found);
        } else if (key == from || " -\n".indexOf(text[key - 1]) >= 0) {
            floor = new KubernetesYaml(text, lowest, Math.min(to, behind + FAR), found).read(key);
        }
    }
}
