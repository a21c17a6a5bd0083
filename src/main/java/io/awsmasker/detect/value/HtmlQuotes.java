package io.awsmasker.detect.value;

import io.awsmasker.detect.bytes.Bytes;
import java.util.List;

/** Quotes as HTML writes them where JSON stands in a page. */
public final class HtmlQuotes {
    private static final List<String> ALL = List.of("&quot;", "&#34;", "&#39;", "&#x27;", "&apos;", "&#x22;");

    private HtmlQuotes() {}

    /** The length of the quote that begins at {@code at}, or 0. */
    static int at(byte[] text, int at, int to) {
        if (at >= to || text[at] != '&') {
            return 0;
        }
        for (String quote : ALL) {
            if (Bytes.at(text, at, to, quote)) {
                return quote.length();
            }
        }
        return 0;
    }

    /** The length of the quote that ends in front of {@code end}, or 0. */
    public static int before(byte[] text, int from, int end) {
        if (end <= from || text[end - 1] != ';') {
            return 0;
        }
        for (String quote : ALL) {
            if (end - quote.length() >= from && Bytes.at(text, end - quote.length(), end, quote)) {
                return quote.length();
            }
        }
        return 0;
    }
}
