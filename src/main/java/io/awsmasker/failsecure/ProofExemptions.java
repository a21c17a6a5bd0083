package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.HOST;

import io.awsmasker.detect.catalogue.Family;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Rules;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator wants to leave although it has a shape: kinds of families that are off, and allowed values. Values
 * that the request masked are never exempt.
 */
public final class ProofExemptions {
    /** Nothing is exempt. */
    public static final ProofExemptions NONE = of(Rules.USUAL);

    /** What stands for a credential may be a key or a web token of others. */
    public static final ProofExemptions CREDENTIALS = new ProofExemptions(Set.of("APIKEY", "JWT"), List.of());

    private static final int LONGEST = 256;

    private final Set<String> kinds;
    private final List<String> allowed;

    private ProofExemptions(Set<String> kinds, List<String> allowed) {
        this.kinds = kinds;
        this.allowed = allowed;
    }

    /** What these rules let pass. */
    public static ProofExemptions of(Rules rules) {
        Set<Family> off = rules.off();
        Set<String> kinds = new HashSet<>();
        for (IdentifierType type : IdentifierType.values()) {
            if (off.contains(type.family())) {
                kinds.add(type.tokenClass());
            }
        }
        if (off.contains(Family.ACCOUNTS)) {
            kinds.add(ProofArns.KIND);
        }
        return new ProofExemptions(kinds, rules.allowed().entries());
    }

    Set<String> kinds() {
        return kinds;
    }

    /** A copy of the body with allowed values blanked out, or null when none stands in it. */
    byte @Nullable [] blanked(byte[] body, int from, int to) {
        byte[] blanked = null;
        for (String entry : allowed) {
            byte[] text = entry.replace("*", "").getBytes(StandardCharsets.UTF_8);
            for (int i = from; i <= to - text.length; i++) {
                if (body[i] != text[0] || !ProofBytes.matches(body, from, to, i, text)) {
                    continue;
                }
                int start = i;
                int end = i + text.length;
                int lowest = Math.max(from, start - LONGEST);
                int highest = Math.min(to, end + LONGEST);
                while (entry.startsWith("*") && start > lowest && ProofBytes.is(body[start - 1], HOST)) {
                    start--;
                }
                while (entry.endsWith("*") && end < highest && ProofBytes.is(body[end], HOST)) {
                    end++;
                }
                if (ProofBytes.startsWord(body, from, start) && ProofBytes.endsWord(body, to, end)) {
                    blanked = blanked == null ? body.clone() : blanked;
                    Arrays.fill(blanked, start, end, (byte) ' ');
                    i = end - 1;
                }
            }
        }
        return blanked;
    }
}
