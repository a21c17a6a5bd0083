package io.awsmasker.detect.finding;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.AllowList;
import io.awsmasker.detect.catalogue.FindingType;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.catalogue.Part;
import io.awsmasker.detect.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the recognisers propose for one passage, in any order, and what the memory adds to it. Nothing is decided before
 * all have spoken, because a span's neighbours say what it is; then a {@link Settlement} makes findings of it.
 */
public class Candidates {
    private static final byte[] NO_KEY = {};

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
    public Candidates(Passage passage, Set<IdentifierType> enabled, AllowList allowed) {
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
    public int from() {
        return from;
    }

    /** Where the passage ends. */
    public int to() {
        return to;
    }

    /** Whether the passage stands under a key that ends in {@code name}. */
    public boolean underName() {
        return named;
    }

    /** Whether the passage stands under a key for amounts or times. */
    public boolean underAmount(Keys keys) {
        return keys.harmless(key, 0, key.length);
    }

    /** Candidates of the same families for a text that stands inside this one in another form. */
    public Candidates inside(Passage passage) {
        return new Candidates(passage, enabled, allowed);
    }

    /** Proposes to those of the text around it what was settled here, in a reading of that text. */
    public void tell(Reading reading, Candidates around) {
        for (int i = 0; i < spans.size(); i++) {
            int best = spans.best(i);
            int[] stretches = reading.original(spans.start(i), spans.end(i));
            if (stretches.length > 2 && proposals.type(best).secret()) {
                around.add(
                        proposals.type(best), proposals.sureness(best), stretches[0], stretches[stretches.length - 1]);
            } else {
                Sureness sure = stretches.length > 2 ? Sureness.STRETCH : proposals.sureness(best);
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

    private void stretch(IdentifierType type, Sureness sure, int start, int end) {
        boolean word = sure == Sureness.STRETCH
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
    public void withdraw(int start, int end) {
        if (proposals.sorted() == 0) {
            proposals.sort();
        }
        for (int i = proposals.from(start); i < proposals.sorted() && proposals.start(proposals.at(i)) < end; i++) {
            int number = proposals.at(i);
            if (proposals.sureness(number).bySurroundings()
                    && !proposals.type(number).secret()) {
                proposals.withdraw(number);
            }
        }
    }

    /** Proposes a span that is an identifier by what it looks like. */
    public void shape(IdentifierType type, int start, int end) {
        add(type, Sureness.SHAPE, start, end);
    }

    /** Proposes a span that is an identifier by what stands around it. */
    public void name(IdentifierType type, int start, int end) {
        add(type, Sureness.NAME, start, end);
    }

    /**
     * Proposes a span that can be nothing but a name where it stands, as in an ARN. Too short or too common a word is then
     * masked in this place, but not looked for in others.
     */
    public void placed(IdentifierType type, int start, int end) {
        add(type, Sureness.PLACED, start, end);
    }

    /** Says that {@code [start, end)}, a part of what was proposed, is a name of the same thing, to be looked for too. */
    public void alsoKnown(IdentifierType type, int start, int end) {
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
            add(type, Sureness.NAME, start, end);
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

    private void add(IdentifierType type, Sureness sure, int start, int end) {
        if (start >= end || TokenLiteral.is(text, start, end) || allowed.covers(text, start, end)) {
            return;
        }
        if (!enabled.contains(type)) {
            if (sure == Sureness.SHAPE) {
                offShapes = offShapes.isEmpty() ? new HashSet<>() : offShapes;
                offShapes.add(Settlement.packed(start, end));
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
    public void settle(@Nullable Memory memory) {
        spans = new Settlement(text, from, to, proposals, offShapes, memory).spans();
        span = 0;
        if (memory != null) {
            aliases.forEach(alias -> memory.learn(text, alias.start(), alias.end(), (IdentifierType) alias.type()));
        }
    }

    /** What {@link #settle} came to. */
    public List<Finding> findings() {
        if (spans.size() == 0) {
            return List.of();
        }
        Finding[] findings = new Finding[spans.size()];
        for (int i = 0; i < findings.length; i++) {
            int best = spans.best(i);
            FindingType type = proposals.sureness(best) == Sureness.STRETCH
                    ? new Part(proposals.type(best))
                    : proposals.type(best);
            findings[i] = new Finding(type, spans.start(i), spans.end(i));
        }
        return List.of(findings);
    }

    /** How many spans were proposed. */
    public int size() {
        return proposals.size();
    }
}
