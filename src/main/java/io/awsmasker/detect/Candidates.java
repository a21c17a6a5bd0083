package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the recognisers propose for one passage, in any order, and makes findings of it: of spans that touch, the
 * widest counts, and nothing that one of them covers is left in clear. Sorting makes it n log n in the number of spans.
 */
class Candidates {
    private static final byte[] NO_KEY = {};

    /** How sure a proposal is, from a word that stands where names stand to text that is an identifier by itself. */
    private static final byte NAME = 0;

    private static final byte WITHDRAWN = -1;

    private static final byte PLACED = 1;
    private static final byte SHAPE = 2;

    /** What stands between two escapes of something that was found as a whole: it says nothing alone. */
    private static final byte STRETCH = 3;

    private final byte[] text;
    private final int from;
    private final int to;
    private final byte[] key;
    private final boolean named;
    private final Set<IdentifierType> enabled;
    private final AllowList allowed;
    private final List<Finding> aliases = new ArrayList<>(0);
    private Set<Long> offShapes = Set.of();
    private final Proposals proposals = new Proposals();
    private Spans spans = Spans.NONE;
    private int span;

    /**
     * @param enabled the types that are looked for
     * @param allowed what is never found
     */
    Candidates(Passage passage, Set<IdentifierType> enabled, AllowList allowed) {
        text = passage.text();
        from = passage.start();
        to = passage.end();
        String key = passage.key();
        this.key = key == null ? NO_KEY : key.getBytes(StandardCharsets.UTF_8);
        named = key != null && key.toLowerCase(Locale.ROOT).endsWith("name");
        this.enabled = enabled;
        this.allowed = allowed;
    }

    /** Where the passage begins. */
    int from() {
        return from;
    }

    /** Where the passage ends. */
    int to() {
        return to;
    }

    /** Whether the passage stands under a key that ends in {@code name}. */
    boolean underName() {
        return named;
    }

    /** Whether the passage stands under a key for amounts or times. */
    boolean underAmount(Keys keys) {
        return keys.harmless(key, 0, key.length);
    }

    /** Candidates of the same families for a text that stands inside this one in another form. */
    Candidates inside(Passage passage) {
        return new Candidates(passage, enabled, allowed);
    }

    /** Proposes to those of the text around it what was settled here, in a reading of that text. */
    void tell(Reading reading, Candidates around) {
        for (int i = 0; i < spans.size(); i++) {
            int best = spans.best(i);
            int[] stretches = reading.original(spans.start(i), spans.end(i));
            if (stretches.length > 2 && proposals.type(best).secret()) {
                around.add(
                        proposals.type(best), proposals.sureness(best), stretches[0], stretches[stretches.length - 1]);
            } else {
                byte sure = stretches.length > 2 ? STRETCH : proposals.sureness(best);
                for (int s = 0; s < stretches.length; s += 2) {
                    around.stretch(proposals.type(best), sure, stretches[s], stretches[s + 1]);
                }
            }
        }
        reading.again();
        for (Finding alias : aliases) {
            int[] stretches = reading.original(alias.start(), alias.end());
            if (stretches.length == 2) {
                around.aliases.add(new Finding(alias.type(), stretches[0], stretches[1]));
            }
        }
    }

    private void stretch(IdentifierType type, byte sure, int start, int end) {
        boolean word = sure == STRETCH
                && Bytes.runEnd(text, start, end, Bytes.LETTER) == end
                && Words.common(text, start, end);
        if (!word) {
            add(type, sure, start, end);
        }
    }

    /**
     * Takes back the names that the scan proposed to begin in {@code [start, end)}, in front of what a line says; not what
     * was told since the first time.
     */
    void withdraw(int start, int end) {
        if (proposals.sorted() == 0) {
            proposals.sort();
        }
        for (int i = proposals.from(start); i < proposals.sorted() && proposals.start(proposals.at(i)) < end; i++) {
            int number = proposals.at(i);
            if (proposals.sureness(number) < SHAPE && !proposals.type(number).secret()) {
                proposals.sureness(number, WITHDRAWN);
            }
        }
    }

    /** Proposes a span that is an identifier by what it looks like. */
    void shape(IdentifierType type, int start, int end) {
        add(type, SHAPE, start, end);
    }

    /** Proposes a span that is an identifier by what stands around it. */
    void name(IdentifierType type, int start, int end) {
        add(type, NAME, start, end);
    }

    /**
     * Proposes a span that can be nothing but a name where it stands, as in an ARN. Too short or too common a word is then
     * masked in this place, but not looked for in others.
     */
    void placed(IdentifierType type, int start, int end) {
        add(type, PLACED, start, end);
    }

    /** Says that {@code [start, end)}, a part of what was proposed, is a name of the same thing, to be looked for too. */
    void alsoKnown(IdentifierType type, int start, int end) {
        if (enabled.contains(type) && !allowed.covers(text, start, end) && !Words.common(text, start, end)) {
            aliases.add(new Finding(type, start, end));
        }
    }

    /**
     * Proposes a remembered name, in ascending order and after {@link #settle}; one inside a wider finding says nothing
     * new, unless it is a secret.
     */
    void again(IdentifierType type, int start, int end) {
        int within = spanAt(start);
        boolean inside = within >= 0
                && end <= spans.end(within)
                && end - start <= proposals.end(spans.best(within)) - proposals.start(spans.best(within))
                && (!type.secret() || proposals.type(spans.best(within)).secret());
        if (!inside) {
            add(type, NAME, start, end);
        }
    }

    /** Where the finding ends that begins at {@code start}, if memory could not say more about it, else -1. */
    int end(int start, NameTrie names) {
        int within = spanAt(start);
        int node = within >= 0 && spans.start(within) == start ? spans.node(within) : -1;
        if (node < 0 || names.extended(node)) {
            return -1;
        }
        IdentifierType type = names.type(node);
        boolean news = type != null
                && type.secret()
                && !proposals.type(spans.best(within)).secret();
        return news ? -1 : spans.end(within);
    }

    private int spanAt(int start) {
        while (span + 1 < spans.size() && spans.start(span + 1) <= start) {
            span++;
        }
        return span < spans.size() && spans.start(span) <= start && start < spans.end(span) ? span : -1;
    }

    private void add(IdentifierType type, byte sure, int start, int end) {
        if (start >= end || TokenLiteral.is(text, start, end) || allowed.covers(text, start, end)) {
            return;
        }
        if (!enabled.contains(type)) {
            if (sure == SHAPE) {
                offShapes = offShapes.isEmpty() ? new HashSet<>() : offShapes;
                offShapes.add(packed(start, end));
            }
            return;
        }
        proposals.add(type, sure, start, end);
    }

    /**
     * Makes findings of the spans, ascending and never overlapping. May be asked again after more were proposed.
     *
     * @param memory learns what must be looked for elsewhere, or null
     */
    void settle(@Nullable Memory memory) {
        proposals.sort();
        int size = proposals.size();
        spans = size == 0 ? Spans.NONE : new Spans(size);
        span = 0;
        int start = 0;
        int end = from;
        int best = -1;
        for (int i = 0; i < size; i++) {
            int number = proposals.at(i);
            int next = proposals.start(number);
            int nextEnd = proposals.end(number);
            byte sure = proposals.sureness(number);
            if (sure == WITHDRAWN || (sure < SHAPE && isOff(next, nextEnd))) {
                continue;
            }
            int word = next < end ? next : wordStart(next, end);
            if (word > end || (word == end && Boundary.before(text, from, word))) {
                emit(best, start, end, memory);
                start = word;
                end = wordEnd(nextEnd);
                best = number;
            } else {
                best = best < 0 || proposals.stronger(number, best) ? number : best;
                end = nextEnd > end ? wordEnd(nextEnd) : end;
            }
        }
        emit(best, start, end, memory);
        if (memory != null) {
            aliases.forEach(alias -> memory.learn(text, alias.start(), alias.end(), (IdentifierType) alias.type()));
        }
    }

    /** What {@link #settle} came to. */
    List<Finding> findings() {
        if (spans.size() == 0) {
            return List.of();
        }
        Finding[] findings = new Finding[spans.size()];
        for (int i = 0; i < findings.length; i++) {
            int best = spans.best(i);
            FindingType type =
                    proposals.sureness(best) == STRETCH ? new Part(proposals.type(best)) : proposals.type(best);
            findings[i] = new Finding(type, spans.start(i), spans.end(i));
        }
        return List.of(findings);
    }

    /** What is of a family that is off by its shape is not found by its surroundings either. */
    private boolean isOff(int start, int end) {
        return !offShapes.isEmpty() && offShapes.contains(packed(start, end));
    }

    private static long packed(int start, int end) {
        return (long) start << 32 | end;
    }

    private void emit(int best, int start, int end, @Nullable Memory memory) {
        if (best < 0 || TokenLiteral.is(text, start, end)) {
            return;
        }
        boolean name = proposals.sureness(best) < SHAPE && !proposals.type(best).secret();
        boolean everyday = name && (end - start < Memory.SHORTEST || Words.common(text, start, end));
        if (everyday && proposals.sureness(best) == NAME) {
            return;
        }
        boolean elsewhere = !everyday
                && proposals.sureness(best) != STRETCH
                && (proposals.sureness(best) != SHAPE || proposals.type(best).dependsOnSurroundings());
        spans.add(
                start,
                end,
                best,
                memory != null && elsewhere ? memory.learn(text, start, end, proposals.type(best)) : -1);
    }

    /** How many spans were proposed. */
    int size() {
        return proposals.size();
    }

    /** A span inside a word grows to the whole word. Ends only move forward, so each byte is passed once each way. */
    private int wordStart(int start, int floor) {
        int s = start;
        while (s > floor && !Boundary.before(text, from, s)) {
            s--;
        }
        return s;
    }

    private int wordEnd(int end) {
        return Bytes.runEnd(text, end, to, Bytes.WORD);
    }
}
