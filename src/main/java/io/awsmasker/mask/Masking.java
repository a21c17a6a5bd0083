package io.awsmasker.mask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What masking some passages came to.
 *
 * @param replacements for each passage, in the order given, its replacements in ascending order
 * @param originals token → original, for every token put in that can be restored
 * @param concealed the originals that must not stand anywhere in what leaves
 * @param counts how often each class of token was put in
 */
public record Masking(
        List<List<Replacement>> replacements,
        Map<String, String> originals,
        Set<String> concealed,
        Map<String, Integer> counts) {

    static Masking of(Detected detected, Map<String, String> tokens, Map<Integer, List<Replacement>> written) {
        Map<String, String> originals = new HashMap<>();
        Set<String> concealed = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        List<List<Replacement>> replacements = new ArrayList<>(detected.hits().size());
        for (int i = 0; i < detected.hits().size(); i++) {
            List<Replacement> known = written.get(i);
            if (known != null) {
                replacements.add(known);
                continue;
            }
            List<Hit> passage = detected.hits().get(i);
            List<Replacement> here = new ArrayList<>(passage.size());
            for (Hit hit : passage) {
                String token = hit.redacted() ? hit.redaction() : tokenOf(hit, tokens);
                here.add(new Replacement(hit.start(), hit.end(), token));
                counts.merge(hit.tokenClass(), 1, Integer::sum);
                if (!hit.redacted()) {
                    originals.put(token, hit.value());
                }
                if (hit.concealed()) {
                    concealed.add(hit.value());
                }
            }
            replacements.add(here);
        }
        return new Masking(replacements, originals, concealed, counts);
    }

    private static String tokenOf(Hit hit, Map<String, String> tokens) {
        String token = tokens.get(hit.value());
        if (token == null) {
            throw new MaskingException("the mappings returned no token for a value of class " + hit.tokenClass());
        }
        return token;
    }
}
