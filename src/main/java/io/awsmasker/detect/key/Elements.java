package io.awsmasker.detect.key;

import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.KeyTraits;
import io.awsmasker.detect.catalogue.Keys;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.value.Values;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Elements of XML, read where their tag ends: {@code <Buckets><Bucket><Name>x</Name>}, whose name is what holds it, and
 * {@code <property name="bucket">x</property>}. Reads at most 64 bytes in front of the tag's end.
 */
public final class Elements {
    private static final int LONGEST = 64;
    private static final String LISTED = "<Name";
    private static final String LISTING = "amazonaws.com/doc/2006-03-01/\">";

    private final Keys keys;
    private final byte[] text;
    private final int from;
    private final int to;
    private final Pairs pairs;
    private final Values values;
    private @Nullable IdentifierType container;

    public Elements(Keys keys, Passage passage, Pairs pairs, Values values) {
        this.keys = keys;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.pairs = pairs;
        this.values = values;
    }

    /** Reads what stands behind the {@code >} at {@code i}; returns whether the tag is still to be read as a key. */
    public boolean isKey(int i) {
        if (i <= from || i + 1 >= to) {
            return false;
        }
        if (!Bytes.is(text[i - 1], Bytes.LETTER)) {
            IdentifierType type = pairs.attribute(i);
            if (type != null) {
                values.read(type, i + 1, true);
            }
            return false;
        }
        int open = i - 1;
        while (open > from && i - open < LONGEST && Bytes.is(text[open], Bytes.WORD)) {
            open--;
        }
        if (text[open] != '<') {
            return false;
        }
        if (Bytes.at(text, open, i, LISTED) && ofListing(open)) {
            values.read(IdentifierType.BUCKET, i + 1, true);
            return false;
        }
        if (!Bytes.is(text[i + 1], Bytes.WORD) && text[i + 1] != '/') {
            container = keys.find(text, from, i);
            return false;
        }
        int traits = KeyTraits.of(text, from, i);
        if (container == null || (traits & KeyTraits.GENERIC) == 0) {
            IdentifierType type = Words.compound(text, open + 1, i) && closed(i + 1) ? keys.find(text, from, i) : null;
            if (type == null || type.secret()) {
                return true;
            }
            values.read(type, i + 1, true);
            return false;
        }
        values.read(Nesting.member(container, (traits & KeyTraits.NAME) != 0), i + 1, true);
        return false;
    }

    /** Whether nothing but one word stands in front of the closing tag, so that it is a name however plain. */
    private boolean closed(int at) {
        int end = at;
        while (end < to && end - at < LONGEST && Bytes.is(text[end], Bytes.NAME)) {
            end++;
        }
        return end + 1 < to && text[end] == '<' && text[end + 1] == '/';
    }

    /** Whether the element that opens there is the first of a list of S3, whose own name has no other mark. */
    private boolean ofListing(int open) {
        int end = open;
        while (end > from && open - end < LONGEST && (text[end - 1] <= ' ' && text[end - 1] >= 0)) {
            end--;
        }
        return end - LISTING.length() >= from && Bytes.at(text, end - LISTING.length(), end, LISTING);
    }
}
