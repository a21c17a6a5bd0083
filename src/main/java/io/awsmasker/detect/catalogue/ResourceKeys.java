package io.awsmasker.detect.catalogue;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * Keys and options such as {@code LedgerName} in what only AWS reads: they call something that a customer has made, whatever
 * it is. Not so where the word in front of the name is one for which AWS or a program gives the values.
 */
public final class ResourceKeys {
    private static final int NAME = "name".length();

    private static final WordTable PUBLIC = new WordTable(Words.set(
            "action addon agent algorithm attribute author availability cell class column component container "
                    + "content cookie country device dimension display dns engine event family feature field file first "
                    + "format full given header host image key kpi label language last license locale location method "
                    + "metric middle nick node operation option package parameter platform plugin product property "
                    + "record region runtime schema script shard short signal stage state step sur tag track type "
                    + "update user variant vendor version voice zone"));

    /** Things of AWS that a request calls by the bare word. */
    private static final WordTable THINGS = new WordTable(Words.set("domain project repository rule service"));

    private static final int LONGEST_THING = "repository".length();

    private ResourceKeys() {}

    /** Whether the whole key is the word for a thing that a request has in it by its name. */
    static boolean isThing(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start <= LONGEST_THING && Bytes.is(text[start - 1], Bytes.LETTER)) {
            start--;
        }
        return Boundary.before(text, from, start) && THINGS.contains(text, start, end);
    }

    /** Whether the key is one that ends in {@code name} at {@code end}. */
    public static boolean are(byte[] text, int from, int end) {
        int name = end - NAME;
        if (name - 1 <= from || (text[end - 1] | 32) != 'e' || (text[name] | 32) != 'n') {
            return false;
        }
        boolean joint = text[name - 1] == '_' || text[name - 1] == '-';
        if (!joint && !(Bytes.is(text[name], Bytes.UPPER) && Bytes.is(text[name - 1], Bytes.LETTER))) {
            return false;
        }
        int wordEnd = joint ? name - 1 : name;
        int word = wordEnd;
        while (word > from && Bytes.is(text[word - 1], Bytes.LETTER)) {
            word--;
            if (Bytes.is(text[word], Bytes.UPPER) && word > from && Bytes.is(text[word - 1], Bytes.LOWER)) {
                break;
            }
        }
        return word < wordEnd && !PUBLIC.contains(text, word, wordEnd);
    }
}
