package io.awsmasker.detect.kubernetes;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.secret.Secrets;

/** A Kubernetes Secret as JSON: every string in the objects under {@code data} and {@code stringData} is one. */
final class KubernetesJson {
    private static final int FAR = 1 << 16;

    private KubernetesJson() {}

    /** Where the object begins directly in which {@code at} stands, or -1. */
    static int objectAround(byte[] text, int floor, int at) {
        int depth = 0;
        for (int i = at - 1; i >= floor && at - i < FAR; i--) {
            if (text[i] == '}' || text[i] == ']') {
                depth++;
            } else if ((text[i] == '{' || text[i] == '[') && --depth < 0) {
                return text[i] == '{' ? i : -1;
            }
        }
        return -1;
    }

    /** Proposes the secrets of the object that begins at {@code object}; returns where it ends. */
    static int read(byte[] text, int object, int to, Candidates found) {
        int depth = 0;
        int secrets = 0;
        int string = -1;
        boolean data = false;
        for (int i = object; i < to; i++) {
            byte b = text[i];
            if (string >= 0) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    boolean key = isKey(text, i + 1, to);
                    data = key && depth == 1 && isData(text, string, i);
                    if (!key && secrets > 0 && Secrets.stored(text, string, i)) {
                        found.name(IdentifierType.PASSWORD, string, i);
                    }
                    string = -1;
                }
            } else if (b == '"') {
                string = i + 1;
            } else if (b == '{' || b == '[') {
                depth++;
                secrets = secrets == 0 && data && b == '{' ? depth : secrets;
            } else if (b == '}' || b == ']') {
                secrets = secrets == depth ? 0 : secrets;
                if (--depth == 0) {
                    return i;
                }
            }
        }
        return to;
    }

    private static boolean isKey(byte[] text, int behind, int to) {
        int i = behind;
        while (i < to && (text[i] == ' ' || text[i] == '\n')) {
            i++;
        }
        return i < to && text[i] == ':';
    }

    /** Whether the key is {@code data} or {@code stringData}. */
    static boolean isData(byte[] text, int start, int end) {
        return (end - start == 4 && Bytes.at(text, start, end, "data"))
                || (end - start == 10 && Bytes.at(text, start, end, "stringData"));
    }
}
