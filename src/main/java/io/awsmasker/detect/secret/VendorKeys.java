package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.BackwardTrie;
import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys of other services, whose kind stands in front of a mark: {@code ghp_…}, {@code glpat-…}, {@code hvs.…}. Found from
 * the mark backwards, so that a text without one pays nothing.
 */
public final class VendorKeys {
    /** A prefix with its mark and the fewest bytes that follow; where a point parts the rest, how many follow the point. */
    private static final List<String> KEYS = List.of(
            "sk_live_ 16",
            "sk_test_ 16",
            "rk_live_ 16",
            "rk_test_ 16",
            "pk_live_ 16",
            "pk_test_ 16",
            "whsec_ 16",
            "ghp_ 36",
            "gho_ 36",
            "ghu_ 36",
            "ghs_ 36",
            "ghr_ 36",
            "github_pat_ 60",
            "npm_ 36",
            "dckr_pat_ 20",
            "dckr_oat_ 20",
            "dop_v1_ 64",
            "shpat_ 32",
            "shpss_ 32",
            "shpca_ 32",
            "shppa_ 32",
            "hf_ 34",
            "glsa_ 41",
            "lin_api_ 40",
            "rubygems_ 48",
            "sbp_ 40",
            "gsk_ 48",
            "r8_ 37",
            "nfp_ 36",
            "sk_us- 24",
            "sk_eu- 24",
            "sk_ap- 24",
            "sk- 18",
            "glpat- 18",
            "glptt- 18",
            "glrt- 18",
            "gldt- 18",
            "glcbt- 18",
            "xapp- 18",
            "xoxa- 18",
            "xoxb- 18",
            "xoxc- 18",
            "xoxd- 18",
            "xoxe- 18",
            "xoxp- 18",
            "xoxr- 18",
            "xoxs- 18",
            "pypi- 18",
            "PMAK- 59",
            "NRAK- 27",
            "tskey- 20",
            "AGE-SECRET-KEY- 59",
            "hvs. 24",
            "hvb. 24",
            "hvr. 24",
            "ya29. 30",
            "SG. 22 43");

    /** How many bytes follow each mark at least. */
    private static final int FEWEST = 16;

    /** Further, one that is joined to what stands in front is not read: they may stand in each other. */
    private static final int LONGEST_JOINED = 300;

    private final BackwardTrie prefixes = new BackwardTrie();
    private final List<Form> forms = new ArrayList<>();

    private record Form(String prefix, int shortest, int second) {}

    public VendorKeys() {
        for (String key : KEYS) {
            String[] parts = key.split(" ", -1);
            int second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
            forms.add(new Form(parts[0], Integer.parseInt(parts[1]), second));
            prefixes.put(parts[0], forms.size());
        }
    }

    /** Adds the key whose prefix ends with the mark at {@code mark}. */
    public void find(byte[] text, int from, int mark, int to, Candidates found) {
        if (mark + FEWEST >= to || !inTail(text[mark + FEWEST]) || !inTail(text[mark + FEWEST / 2])) {
            return;
        }
        int node = 0;
        for (int i = mark; i >= from; i--) {
            node = prefixes.step(node, text[i]);
            if (node == 0) {
                return;
            }
            int id = prefixes.id(node);
            if (id != 0 && Boundary.beforePart(text, from, i) && Bytes.at(text, i, to, forms.get(id - 1).prefix)) {
                boolean joined = i > from && (text[i - 1] == '_' || text[i - 1] == '-');
                int limit = joined ? Math.min(to, mark + LONGEST_JOINED) : to;
                int end = end(forms.get(id - 1), text, mark, limit);
                if (end > 0) {
                    found.shape(IdentifierType.APIKEY, i, end);
                }
                return;
            }
        }
    }

    /** Where the key ends whose mark stands at {@code mark}, or 0 if what follows is none. */
    private static int end(Form form, byte[] text, int mark, int to) {
        int end = tailEnd(text, mark, to);
        int length = end - mark - 1;
        if (form.second > 0) {
            if (length != form.shortest || end >= to || text[end] != '.') {
                return 0;
            }
            int second = tailEnd(text, end, to);
            return second - end - 1 == form.second && Credentials.random(text, mark, second) ? second : 0;
        }
        return length >= form.shortest && drawn(text, mark, end) ? end : 0;
    }

    /** Whether it looks drawn by chance and is not made of words that further hyphens or underscores join. */
    private static boolean drawn(byte[] text, int mark, int end) {
        if (text[mark] != '_') {
            return Credentials.random(text, mark, end) && !Words.slug(text, mark + 1, end);
        }
        int any = Bytes.any(text, mark + 1, end);
        return Bytes.runEnd(text, mark + 1, end, Bytes.ALNUM) == end
                || ((any & Bytes.UPPER) != 0 && (any & Bytes.LOWER) != 0 && (any & Bytes.DIGIT) != 0);
    }

    private static boolean inTail(byte b) {
        return Bytes.is(b, Bytes.WORD) || b == '-';
    }

    private static int tailEnd(byte[] text, int mark, int to) {
        int end = mark + 1;
        while (end < to && (Bytes.is(text[end], Bytes.WORD) || (text[end] == '-' && text[mark] != '_'))) {
            end++;
        }
        return end;
    }
}
