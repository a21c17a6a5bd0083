package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What options of the AWS CLI mean whose word alone does not tell: the name of what, depends on the service in front. */
final class Commands {
    private static final int BACK = 240;
    private static final int LONGEST_OPTION = 12;
    private static final String[] PROGRAMS = {"eksctl", "kops"};
    private static final String PROFILE = "profile";
    private static final Marks COMMAND_ENDS = Marks.of("|;&");

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

    /** The type of the value of the option whose word stands at {@code [start, end)}, or null. */
    @Nullable
    IdentifierType find(byte[] text, int from, int start, int end) {
        if (end - start > LONGEST_OPTION) {
            return null;
        }
        int service = service(text, from, start);
        if (service < 0) {
            return null;
        }
        int serviceEnd = Bytes.runEnd(text, service, start, Bytes.HOST);
        String option = ascii(text, start, end);
        IdentifierType type = types.get(ascii(text, service, serviceEnd) + " " + option);
        return type == null && NAMES.contains(option) && together(text, serviceEnd, start) ? IdentifierType.RES : type;
    }

    /** Whether it is the {@code --profile} of such a command and its value no plain word, as everybody has them. */
    boolean profile(byte[] text, int from, int start, int end, int to) {
        return end - start == PROFILE.length()
                && Bytes.at(text, start, end, PROFILE)
                && Profiles.named(text, end + 1, to)
                && service(text, from, start) >= 0;
    }

    /** Whether no other command begins between the service and the option. */
    private static boolean together(byte[] text, int service, int option) {
        for (int i = service; i < option; i++) {
            boolean line = text[i] == '\n' && text[i - 1] != '\\' && !Bytes.at(text, i - 2, i, "\\\r");
            if (COMMAND_ENDS.has(text[i]) || line || (text[i] == ' ' && text[i - 1] == ',')) {
                return false;
            }
        }
        return true;
    }

    /** Where the service of {@code aws SERVICE …}, or the program {@code eksctl} or {@code kops}, stands that has the option, or -1. */
    private static int service(byte[] text, int from, int option) {
        for (int i = option - 1; i >= from && option - i < BACK; i--) {
            if (text[i] == ' '
                    && i - 3 >= from
                    && Bytes.at(text, i - 3, i, "aws")
                    && Boundary.before(text, from, i - 3)
                    && Bytes.is(text[i + 1], Bytes.LOWER)) {
                return i + 1;
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

    private static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
