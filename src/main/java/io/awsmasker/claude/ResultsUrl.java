package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.json.JsonIndex;
import io.awsmasker.json.JsonIndex.Kind;
import io.awsmasker.json.JsonSyntaxException;
import io.awsmasker.json.Splice;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the addresses in batch objects lead back here. Claude writes its own host into {@code results_url}, and clients follow
 * it with their key: past the gateway, to results with tokens in them.
 */
public final class ResultsUrl {
    private static final int MAX_DEPTH = 1_000;
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#\\\\\"]+(/[A-Za-z0-9_./-]*)");

    private ResultsUrl() {}

    /**
     * The answer with this base in front of the path of every {@code results_url}; the same array when it has none.
     *
     * @param base scheme and authority, without a slash at its end
     * @throws InvalidBody if an address is not written as the API writes it
     */
    public static byte[] rewritten(byte[] answer, String base) {
        JsonIndex index;
        try {
            index = JsonIndex.parse(answer, 0, answer.length, MAX_DEPTH);
        } catch (JsonSyntaxException e) {
            return answer;
        }
        Splice splice = new Splice(answer, answer.length);
        for (int node = 0; node < index.size(); node++) {
            if (index.kind(node) == Kind.KEY && index.is(node, "results_url") && index.kind(node + 1) != Kind.NULL) {
                Matcher address = ADDRESS.matcher(index.string(node + 1));
                if (index.kind(node + 1) != Kind.STRING || !address.matches()) {
                    throw new InvalidBody("the answer has a results_url that is no address");
                }
                splice.replace(index.start(node + 1), index.end(node + 1), (base + address.group(1)).getBytes(UTF_8));
            }
        }
        return splice.isEmpty() ? answer : splice.toBytes();
    }
}
