package io.awsmasker.detect.command;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.Grammar;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.ResourceKeys;
import io.awsmasker.detect.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What options of the AWS CLI mean whose word alone does not tell: the name of what, depends on the service in front. */
public final class Commands {
    private static final int LONGEST_OPTION = 24;
    /** With which manuals end an id that is nobody's. */
    private static final String REDACTED = "example";

    private static final int SHORTEST_ID = 5;
    private static final int LONGEST_ID = 64;
    private static final String PROFILE = "profile";

    /** What names a resource whatever the service; those of services without an entry in the catalogue have no type. */
    private static final Set<String> NAMES = Set.of("name", "names");

    private final Map<String, IdentifierType> types = new HashMap<>();

    public Commands() {
        for (IdentifierType type : IdentifierType.values()) {
            for (String entry : type.grammar().words(Grammar.Column.OPTION)) {
                if (entry.indexOf(' ') > 0) {
                    types.put(entry, type);
                } else {
                    NAMES.forEach(name -> types.put(entry + " " + name, type));
                }
            }
        }
    }

    /** The type of what the service calls by {@code --name}, or null. */
    @Nullable
    public IdentifierType ofService(String service) {
        return types.get(service + " name");
    }

    /** The type of the value of the option whose word stands at {@code [start, end)}, or null. */
    @Nullable
    IdentifierType find(byte[] text, int from, int start, int end, int to) {
        int word = text[end - 1] == 's' ? end - 1 : end;
        boolean own = ResourceKeys.are(text, start, word);
        boolean id = !own && ResourceKeys.areIds(text, start, word) && isId(text, end + 1, to);
        if (!own && !id && end - start > LONGEST_OPTION) {
            return null;
        }
        int service = CommandLine.service(text, from, start);
        if (service < 0) {
            return null;
        }
        int serviceEnd = Bytes.runEnd(text, service, start, Bytes.HOST);
        String option = ascii(text, start, end);
        IdentifierType type = types.get(ascii(text, service, serviceEnd) + " " + option);
        boolean path = type != null && type.grammar().value() == Grammar.Value.ABSOLUTE;
        if (type != null && !(path && CommandLine.isWord(text, end + 1, to))) {
            return type;
        }
        boolean called = NAMES.contains(option)
                || ((id || (own && isId(text, end + 1, to))) && CommandLine.operation(text, serviceEnd, start));
        return called && CommandLine.together(text, serviceEnd, start) ? IdentifierType.RES : null;
    }

    /** Whether an id begins at {@code at}, or a name of several words, not a word of everyday. */
    static boolean isId(byte[] text, int at, int to) {
        int start = at < to && Bytes.is(text[at], Bytes.QUOTE) ? at + 1 : at;
        int end = Bytes.runEnd(text, start, Math.min(to, start + LONGEST_ID), Bytes.ALNUM);
        boolean digits = (Bytes.any(text, start, end) & Bytes.DIGIT) != 0;
        boolean humps = (Bytes.any(text, start, end) & Bytes.LOWER) != 0 && Words.compound(text, start, end);
        boolean redacted = Bytes.at(text, Math.max(start, end - REDACTED.length()), end, REDACTED);
        return !redacted && (Words.joined(text, at, to) || (end - start >= SHORTEST_ID && (digits || humps)));
    }

    /** Whether it is the {@code --profile} of such a command and its value no plain word, as everybody has them. */
    boolean profile(byte[] text, int from, int start, int end, int to) {
        return end - start == PROFILE.length()
                && Bytes.at(text, start, end, PROFILE)
                && Profiles.named(text, end + 1, to)
                && CommandLine.service(text, from, start) >= 0;
    }

    private static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
