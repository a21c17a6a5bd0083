package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names in sentences: {@code the bucket acme-billing is empty}. Only hyphenated words behind the word for the kind of
 * resource, because there a plain word is most often just the next word. One object belongs to one passage; each
 * hyphenated word is read once.
 */
final class Prose {
    private static final int LONGEST_KIND = 12;

    private static final Map<String, IdentifierType> KINDS = Map.ofEntries(
            Map.entry("bucket", IdentifierType.BUCKET),
            Map.entry("cluster", IdentifierType.CLUSTER),
            Map.entry("role", IdentifierType.ROLE),
            Map.entry("function", IdentifierType.LAMBDA),
            Map.entry("table", IdentifierType.DDB),
            Map.entry("queue", IdentifierType.SQS),
            Map.entry("topic", IdentifierType.SNS),
            Map.entry("stack", IdentifierType.STACK),
            Map.entry("database", IdentifierType.RDS),
            Map.entry("pipeline", IdentifierType.PIPELINE),
            Map.entry("repository", IdentifierType.ECR),
            Map.entry("secret", IdentifierType.SECRETNAME),
            Map.entry("nodegroup", IdentifierType.NODEGROUP),
            Map.entry("alarm", IdentifierType.ALARM));

    /** First and last parts of compound words of the language. */
    private static final Set<String> FIRST = Words.set(
            "non pre multi cross self re per in on up read write server client high "
                    + "low long short real fine well auto user role sub co single two three one all so built pay run set log sign x");

    private static final Set<String> LAST = Words.set(
            "side based only in on off up out account region level time wide specific "
                    + "to end policy owner name id arn type write like aware enabled managed defined generated named style scoped term "
                    + "party free ready friendly by case driven related owned supplied provided created access private public");

    private int read;

    /** Adds the name of which the hyphen at {@code dash} is a part. */
    void find(byte[] text, int from, int dash, int to, Candidates found) {
        if (dash < read) {
            return;
        }
        int start = dash;
        while (start > Math.max(from, read) && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        if (start == from || text[start - 1] != ' ') {
            read = dash + 1;
            return;
        }
        int end = Bytes.runEnd(text, dash, to, Bytes.HOST);
        read = end;
        while (end > dash && !Bytes.is(text[end - 1], Bytes.ALNUM)) {
            end--;
        }
        IdentifierType type = kindBefore(text, from, start);
        if (type != null && end - start >= 5 && Bytes.is(text[start], Bytes.ALNUM) && !compound(text, start, end)) {
            Names.propose(text, start, end, false, type, found);
        }
    }

    private static @Nullable IdentifierType kindBefore(byte[] text, int from, int start) {
        int kindEnd = start - 1;
        if (kindEnd <= from || text[kindEnd] != ' ') {
            return null;
        }
        int kind = kindEnd;
        while (kind > from && kindEnd - kind < LONGEST_KIND && Bytes.is(text[kind - 1], Bytes.LETTER)) {
            kind--;
        }
        return Boundary.before(text, from, kind) ? KINDS.get(word(text, kind, kindEnd)) : null;
    }

    private static boolean compound(byte[] text, int start, int end) {
        int first = Bytes.runEnd(text, start, end, Bytes.ALNUM);
        int last = end;
        boolean digit = false;
        while (last > start && Bytes.is(text[last - 1], Bytes.ALNUM)) {
            last--;
            digit |= Bytes.is(text[last], Bytes.DIGIT);
        }
        return !digit && (FIRST.contains(word(text, start, first)) || LAST.contains(word(text, last, end)));
    }

    private static String word(byte[] text, int start, int end) {
        return new String(text, start, Math.min(end - start, LONGEST_KIND), StandardCharsets.ISO_8859_1);
    }
}
