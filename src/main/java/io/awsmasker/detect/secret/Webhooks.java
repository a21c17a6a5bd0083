package io.awsmasker.detect.secret;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import java.util.List;

/**
 * Links by which anybody may write to a channel of Slack or Discord: what stands behind the path is the secret. Asked at
 * the scheme, so that no other text pays for it.
 */
public final class Webhooks {
    private static final List<String> LINKS = List.of(
            "://hooks.slack.com/services/",
            "://hooks.slack.com/workflows/",
            "://hooks.slack.com/triggers/",
            "://discord.com/api/webhooks/",
            "://discord.com/api/v10/webhooks/",
            "://canary.discord.com/api/webhooks/",
            "://discordapp.com/api/webhooks/");
    private static final int SHORTEST = 24;
    private static final int LONGEST = 200;

    private Webhooks() {}

    /** Adds the secret of the link whose scheme ends at {@code colon}. */
    public static void find(byte[] text, int colon, int to, Candidates found) {
        if (colon + 3 >= to || (text[colon + 3] != 'h' && text[colon + 3] != 'd' && text[colon + 3] != 'c')) {
            return;
        }
        for (String link : LINKS) {
            int start = colon + link.length();
            if (Bytes.at(text, colon, to, link)) {
                int end = start;
                int limit = Math.min(to, start + LONGEST);
                while (end < limit && (Bytes.is(text[end], Bytes.WORD) || text[end] == '/' || text[end] == '-')) {
                    end++;
                }
                if (end - start >= SHORTEST && Credentials.random(text, start, end)) {
                    found.shape(IdentifierType.APIKEY, start, end);
                }
            }
        }
    }
}
