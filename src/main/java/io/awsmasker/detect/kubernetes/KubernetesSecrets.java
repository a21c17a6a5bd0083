package io.awsmasker.detect.kubernetes;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.secret.Secrets;

/**
 * The members of {@code data} and {@code stringData} of a Kubernetes Secret, whatever their keys are called. {@code kubectl}
 * sorts keys, so that they stand in front of the {@code kind} that tells what they are; no byte is read for two of those.
 */
public final class KubernetesSecrets {
    private static final String KIND = "kind";
    private static final String SECRET = "Secret";
    private static final int FAR = 1 << 16;
    private static final String LITERAL = "--from-literal";
    private static final String CREATES = " secret";
    private static final Marks ENDS = Marks.of("\"'`;|&)\\");
    private static final int LONGEST_COMMAND = 512;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_LITERAL = 512;

    private final byte[] text;
    private final int from;
    private final int to;
    private final Candidates found;
    private int floor;

    public KubernetesSecrets(Passage passage, Candidates found) {
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.found = found;
        this.floor = from;
    }

    /** Adds the value of {@code kubectl create secret … --from-literal=KEY=x}, whose option stands at {@code [dash, end)}. */
    public static void literal(byte[] text, int from, int dash, int end, int to, Candidates found) {
        if (end - dash != LITERAL.length() || !Bytes.at(text, dash, end, LITERAL) || !ofSecret(text, from, dash)) {
            return;
        }
        int key = end + 1 < to && (text[end + 1] == '"' || text[end + 1] == '\'') ? end + 2 : end + 1;
        byte quote = text[key - 1];
        int value = Bytes.runEnd(text, key, Math.min(to, key + LONGEST_KEY), Bytes.HOST) + 1;
        if (value >= to || text[value - 1] != '=') {
            return;
        }
        if (key == end + 1 && (text[value] == '"' || text[value] == '\'')) {
            quote = text[value++];
        }
        boolean quoted = quote == '"' || quote == '\'';
        int stop = value;
        while (stop < Math.min(to, value + LONGEST_LITERAL)
                && (quoted ? text[stop] != quote && text[stop] >= ' ' : text[stop] > ' ' && !ENDS.has(text[stop]))) {
            stop++;
        }
        Secrets.propose(text, value, stop, IdentifierType.PASSWORD, found);
    }

    /** Whether the command before {@code option} creates a Secret. */
    private static boolean ofSecret(byte[] text, int from, int option) {
        for (int i = option; i - CREATES.length() >= from && option - i < LONGEST_COMMAND && text[i] != ';'; i--) {
            if (text[i] == ' ' && Bytes.at(text, i - CREATES.length(), i, CREATES)) {
                return true;
            }
        }
        return false;
    }

    /** Looks whether a Secret is declared by the key that ends at {@code end} and the value at {@code value}. */
    public void find(int end, int value) {
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
        } else if (key == from || (text[key - 1] != '"' && Boundary.before(text, from, key))) {
            floor = new KubernetesYaml(text, lowest, Math.min(to, behind + FAR), found).read(key);
        }
    }
}
