package io.awsmasker.detect.name;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.bytes.Marks;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;

/**
 * Clusters where the tools around Kubernetes keep them: behind Karpenter's tag {@code karpenter.sh/discovery}, and as the
 * {@code name} in the metadata of eksctl's {@code ClusterConfig}, which is nothing but the cluster. Reads a bounded way forward.
 */
public final class ClusterTags {
    private static final String KARPENTER = "karpenter.sh";
    private static final String DISCOVERY = "/discovery";
    private static final String CONFIG = "ClusterConfig";
    private static final String METADATA = "metadata";
    private static final String NAME = "name";
    private static final Marks BETWEEN = Marks.of("\"'\\ :=");
    private static final int LONGEST_NAME = 128;
    private static final int WIDEST_GAP = 8;
    private static final int FARTHEST = 400;

    private ClusterTags() {}

    /** Adds the value of Karpenter's tag, whose slash stands there, if it is one. */
    static void discovery(byte[] text, int from, int slash, int to, Candidates found) {
        int end = slash + DISCOVERY.length();
        if (slash - KARPENTER.length() >= from
                && Bytes.at(text, slash - KARPENTER.length(), slash, KARPENTER)
                && Bytes.at(text, slash, to, DISCOVERY)) {
            value(text, end, to, found);
        }
    }

    /** Adds the name of the configuration whose kind stands at {@code value}. */
    public static void config(byte[] text, int value, int to, Candidates found) {
        int kind = Bytes.is(text[value], Bytes.QUOTE) ? value + 1 : value;
        int end = kind + CONFIG.length();
        if (!Bytes.at(text, kind, to, CONFIG) || !Boundary.after(text, end, to)) {
            return;
        }
        int limit = Math.min(to, end + FARTHEST);
        boolean metadata = false;
        int i = end;
        while (i < limit) {
            int word = Bytes.runEnd(text, i, limit, Bytes.WORD);
            if (metadata && word - i == NAME.length() && Bytes.at(text, i, word, NAME)) {
                value(text, word, to, found);
                return;
            }
            metadata |= word - i == METADATA.length() && Bytes.at(text, i, word, METADATA);
            i = Math.max(word, i + 1);
        }
    }

    private static void value(byte[] text, int keyEnd, int to, Candidates found) {
        int start = keyEnd;
        boolean separated = false;
        while (start < to && start - keyEnd < WIDEST_GAP && BETWEEN.has(text[start])) {
            separated |= text[start] == ':' || text[start] == '=';
            start++;
        }
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_NAME), Bytes.HOST);
        boolean quoted = start > keyEnd && Bytes.is(text[start - 1], Bytes.QUOTE) && text[start - 1] != ' ';
        boolean line = end >= to || text[end] == '\n' || text[end] == '\r';
        if (separated && end > start) {
            Names.propose(text, start, end, quoted || line, IdentifierType.CLUSTER, found);
        }
    }
}
