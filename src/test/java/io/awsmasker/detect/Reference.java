package io.awsmasker.detect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.awsmasker.detect.catalogue.IdentifierType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The slow, obvious reading of the catalogue: one regular expression for each prefix and each kind of tail, tried at every
 * place of a text. It shares no code with the scanner, only the table, and says what the scanner must find.
 */
final class Reference {
    /** An identifier by its shape. */
    record Match(int start, int end, IdentifierType type) implements Comparable<Match> {
        private static final Comparator<Match> ORDER = Comparator.comparingInt(Match::start)
                .thenComparingInt(Match::end)
                .thenComparing(Match::type);

        @Override
        public int compareTo(Match other) {
            return ORDER.compare(this, other);
        }
    }

    /** What a text must hold, in small letters, for the pattern to be worth trying; and the pattern. */
    private record Shape(IdentifierType type, String sign, Pattern pattern) {}

    /** A match and where its prefix ends. */
    private record Prefixed(Match match, int hyphen) {}

    private static final String BEFORE = "(?:(?<![A-Za-z0-9_])"
            + "|(?<=\\\\[ntrbf])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\x[0-9A-Fa-f]{2})|(?<=\\\\u[0-9A-Fa-f]{4})"
            + "|(?<=\\[[0-9;:?]{1,24}m)|(?<=[\\x1bbBe3][\\[(][0-9;:?]{0,24}[A-Fa-fntrmKJHGhl]))";
    private static final String AFTER = "(?![A-Za-z0-9_])";
    private static final String MIXED = "(?=[0-9]*[A-Za-z])(?=[A-Za-z]*[0-9])";

    /** An id so long that an underscore may join it to a word in front. */
    private static final String GLUED = "-" + MIXED + "[A-Za-z0-9]{17,40}(?![A-Za-z0-9])";

    private static final String UUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    private static final String KEY_TAIL = "(?:(?=[A-Z]*[0-9])[A-Z0-9]{12,17}|[A-Z]{16,17})";
    private static final String GLUED_KEY_TAIL = "(?=[A-Z]*[0-9])[A-Z0-9]{16}";
    private static final String DAY = "(?:199[0-9]|20[0-5][0-9])(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";

    /** Eight digits are also a date or the first group of a UUID. */
    private static final String NO_DATE = "(?!" + DAY + AFTER + "|[0-9A-Za-z]{8}-[0-9A-Fa-f]{4}-[\\s\\S]{4})";

    private final List<Shape> ids = new ArrayList<>();
    private final List<Shape> keys = new ArrayList<>();

    Reference() {
        for (IdentifierType type : IdentifierType.values()) {
            for (String id : type.grammar().ids()) {
                int space = id.indexOf(' ');
                String prefix = id.substring(0, space);
                String tail = tail(id.substring(space + 1), prefix.length() >= 3);
                boolean unit = id.charAt(space + 1) == 'o';
                String begin = "(?:" + BEFORE + (unit ? "" : "|(?<=_)(?=" + anyCase(prefix) + GLUED + ")") + ")";
                Pattern pattern = Pattern.compile(begin + "(" + anyCase(prefix) + ")-" + tail);
                ids.add(new Shape(type, prefix.toLowerCase(Locale.ROOT) + "-", pattern));
            }
        }
        addKey(IdentifierType.AKID, "(AKIA|ASIA|ABIA|ACCA)", "");
        addKey(IdentifierType.IAMID, "(AROA|AIDA|AGPA|AIPA|ANPA|ANVA|APKA|ASCA)", "[A-Z0-9]?");
    }

    /** Whether this one knows all the shapes of a type. */
    static boolean knows(IdentifierType type) {
        boolean key = type == IdentifierType.AKID || type == IdentifierType.IAMID;
        return key || (!type.grammar().ids().isEmpty() && type != IdentifierType.ORG);
    }

    /** What stands in the text: the longest prefix in front of a hyphen counts, and nothing is found inside an id. */
    Set<Match> matches(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        List<Prefixed> all = new ArrayList<>();
        String small = text.toLowerCase(Locale.ROOT);
        ids.stream().filter(shape -> small.contains(shape.sign())).forEach(shape -> everywhere(shape, text, all));
        all.sort(Comparator.comparingInt(Prefixed::hyphen)
                .thenComparingInt(p -> p.match().start()));
        Set<Match> matches = new TreeSet<>();
        int behind = 0;
        for (Prefixed each : all) {
            if (each.hyphen() >= behind) {
                matches.add(each.match());
                behind = each.match().end();
            }
        }
        List<Prefixed> unjoined = new ArrayList<>();
        keys.forEach(shape -> everywhere(shape, text, unjoined));
        unjoined.forEach(each -> matches.add(each.match()));
        matches.removeIf(match -> !knows(match.type()));
        return matches;
    }

    private static void everywhere(Shape shape, String text, List<Prefixed> found) {
        Matcher matcher = shape.pattern().matcher(text);
        for (int at = 0; at <= text.length() && matcher.find(at); at = matcher.start() + 1) {
            found.add(new Prefixed(new Match(matcher.start(), matcher.end(), shape.type()), matcher.end(1)));
        }
    }

    /** Keys alone, and those of today's length, which underscores and plus signs may join to other words. */
    private void addKey(IdentifierType type, String prefix, String more) {
        String glued = prefix + GLUED_KEY_TAIL + more + "(?![A-Za-z0-9])";
        keys.add(new Shape(type, "a", Pattern.compile(BEFORE + "(?<!\\+)" + prefix + KEY_TAIL + AFTER)));
        keys.add(new Shape(type, "a", Pattern.compile("(?:" + BEFORE + "|(?<=_))" + glued)));
    }

    /** Short prefixes begin with a small letter, else the case is free. */
    private static String anyCase(String word) {
        return word.length() >= 3 ? "(?i:" + word + ")" : word.charAt(0) + "(?i:" + word.substring(1) + ")";
    }

    /** The lengths from {@code 8-17}, or the only one. */
    private static List<Integer> range(String length) {
        if (length.isEmpty()) {
            return List.of();
        }
        List<String> ends = List.of(length.split("-", -1));
        return IntStream.rangeClosed(Integer.parseInt(ends.get(0)), Integer.parseInt(ends.get(ends.size() - 1)))
                .boxed()
                .toList();
    }

    private static String tail(String description, boolean anyCase) {
        boolean digit = description.endsWith("d");
        String letters = switch (description.charAt(0)) {
            case 'h' -> anyCase ? "[0-9A-Fa-f]" : "[0-9a-f]";
            case 'H' -> "[0-9A-F]";
            case 'N' -> "[A-Z0-9]";
            default -> "[a-z0-9]";
        };
        List<String> tails = new ArrayList<>();
        for (String length :
                description.substring(1, description.length() - (digit ? 1 : 0)).split("/", -1)) {
            tails.add(letters + "{" + length.replace('-', ',') + "}" + AFTER);
            range(length).stream()
                    .filter(count -> count >= 10)
                    .forEach(count -> tails.add(MIXED + letters + "{" + count + "}(?=_)"));
        }
        return switch (description.charAt(0)) {
            case 'u' -> UUID + AFTER;
            case 'o' -> "[a-z0-9]{4,33}-[a-z0-9]{8,33}" + AFTER;
            default -> NO_DATE + (digit ? "(?=[A-Za-z]*[0-9])" : "") + "(?:" + String.join("|", tails) + ")";
        };
    }
}
