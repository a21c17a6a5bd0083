package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What options of the AWS CLI mean whose word alone does not tell: the name of what, depends on the service in front. */
final class Commands {
    private static final int BACK = 240;
    private static final int LONGEST_OPTION = 16;
    private static final int WIDEST_GAP = 6;
    private static final String[] PROGRAMS = {"eksctl", "kops"};
    private static final String PROFILE = "profile";
    private static final String INPUT = "--cli-input-json ";
    private static final Marks COMMAND_ENDS = Marks.of("|;&");

    /** What stands between two words of a command, in a line or in a list of texts. */
    private static final String GAPS = " \"',";

    /** Options in front of the service that have no value. */
    private static final WordTable FLAGS =
            new WordTable(Words.set("--debug --no-verify-ssl --no-paginate --no-sign-request --no-cli-pager"));

    /** What names a resource whatever the service; those of services without an entry in the catalogue have no type. */
    private static final Set<String> NAMES = Set.of("name", "names");

    private final Map<String, IdentifierType> types = new HashMap<>();

    Commands() {
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
    IdentifierType ofService(String service) {
        return types.get(service + " name");
    }

    /** The type of the value of the option whose word stands at {@code [start, end)}, or null. */
    @Nullable
    IdentifierType find(byte[] text, int from, int start, int end, int to) {
        boolean own = ResourceKeys.are(text, start, text[end - 1] == 's' ? end - 1 : end);
        if (!own && end - start > LONGEST_OPTION) {
            return null;
        }
        int service = service(text, from, start);
        if (service < 0) {
            return null;
        }
        int serviceEnd = Bytes.runEnd(text, service, start, Bytes.HOST);
        String option = ascii(text, start, end);
        IdentifierType type = types.get(ascii(text, service, serviceEnd) + " " + option);
        boolean path = type != null && type.grammar().value() == Grammar.Value.ABSOLUTE;
        if (type != null && !(path && isWord(text, end + 1, to))) {
            return type;
        }
        boolean called = NAMES.contains(option) || (own && Words.joined(text, end + 1, to));
        return called && together(text, serviceEnd, start) ? IdentifierType.RES : null;
    }

    /** Whether it is the {@code --profile} of such a command and its value no plain word, as everybody has them. */
    boolean profile(byte[] text, int from, int start, int end, int to) {
        return end - start == PROFILE.length()
                && Bytes.at(text, start, end, PROFILE)
                && Profiles.named(text, end + 1, to)
                && service(text, from, start) >= 0;
    }

    /** Whether the object at {@code brace} is what a command asks for: {@code --cli-input-json '{…}'}. */
    static boolean asks(byte[] text, int from, int brace) {
        int quote = brace - 1;
        int start = quote - INPUT.length();
        return start >= from && (text[quote] == '\'' || text[quote] == '"') && Bytes.at(text, start, quote, INPUT);
    }

    /** Whether a word begins at {@code at}, perhaps in quotes, and no path. */
    static boolean isWord(byte[] text, int at, int to) {
        int value = at < to && Bytes.is(text[at], Bytes.QUOTE) ? at + 1 : at;
        return value < to && Bytes.is(text[value], Bytes.ALNUM);
    }

    /** Whether no other command begins between the service and the option. */
    private static boolean together(byte[] text, int service, int option) {
        for (int i = service; i < option; i++) {
            boolean line = text[i] == '\n' && text[i - 1] != '\\' && !Bytes.at(text, i - 2, i, "\\\r");
            boolean comma = text[i] == ' ' && text[i - 1] == ',' && Bytes.is(text[i - 2], Bytes.ALNUM);
            if (COMMAND_ENDS.has(text[i]) || line || comma) {
                return false;
            }
        }
        return true;
    }

    /** Where the service of {@code aws SERVICE …}, or the program {@code eksctl} or {@code kops}, stands that has the option, or -1. */
    private static int service(byte[] text, int from, int option) {
        for (int i = option - 1; i >= from && option - i < BACK; i--) {
            if (i - 3 >= from
                    && GAPS.indexOf(text[i]) >= 0
                    && Bytes.at(text, i - 3, i, "aws")
                    && Boundary.before(text, from, i - 3)) {
                int service = behindOptions(text, gapEnd(text, i, option), option);
                if (Bytes.is(text[service], Bytes.LOWER)) {
                    return service;
                }
            }
            for (String program : PROGRAMS) {
                int start = i - program.length();
                if (text[i] == ' '
                        && start >= from
                        && Bytes.at(text, start, i, program)
                        && Boundary.before(text, from, start)
                        && together(text, i, option)) {
                    return start;
                }
            }
        }
        return -1;
    }

    /** Where the first word stands behind the options, and their values, that begin at {@code at}. */
    private static int behindOptions(byte[] text, int at, int limit) {
        int word = at;
        while (word + 1 < limit && text[word] == '-' && text[word + 1] == '-') {
            int end = wordEnd(text, word, limit);
            boolean flag = FLAGS.contains(text, word, end) || Bytes.runEnd(text, word, end, Bytes.HOST) < end;
            word = gapEnd(text, end, limit);
            word = flag ? word : gapEnd(text, wordEnd(text, word, limit), limit);
        }
        return word;
    }

    private static int wordEnd(byte[] text, int at, int limit) {
        int end = at;
        while (end < limit && text[end] > ' ' && text[end] != '"' && text[end] != '\'') {
            end++;
        }
        return end;
    }

    private static int gapEnd(byte[] text, int at, int limit) {
        int end = at;
        while (end < limit && end - at < WIDEST_GAP && GAPS.indexOf(text[end]) >= 0) {
            end++;
        }
        return end;
    }

    private static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
