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
    private static final String ID = "id";
    private static final String IDENTIFIER = "identifier";

    private static final WordTable PUBLIC = new WordTable(Words.set(
            "action addon agent algorithm attribute author availability cell class column component container "
                    + "content cookie country device dimension display dns engine event family feature field file first "
                    + "format full given header host image key kpi label language last license locale location method "
                    + "metric middle nick node operation option package parameter platform plugin product property "
                    + "record region runtime schema script shard short signal stage state step sur tag track type "
                    + "update user variant vendor version voice zone"));

    /** What AWS, or a standard, gives the ids of, so that they are the same for everybody. */
    private static final WordTable PUBLIC_IDS = new WordTable(Words.set(
            "account attribute blueprint bundle category check class code control currency engine error event feature host "
                    + "language license locale location message metric model offering page policy region request "
                    + "statement token trace transaction voice zone"));

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

    /** Whether the option that stands at {@code [from, end)} says by its id which thing of AWS is meant: {@code broker-id}. */
    public static boolean areIds(byte[] text, int from, int end) {
        int id = idStart(text, from, end);
        return id == from || (id > from + 1 && text[id - 1] == '-' && isOwn(text, from, id - 1, PUBLIC_IDS));
    }

    private static int idStart(byte[] text, int from, int end) {
        return Bytes.at(text, Math.max(from, end - ID.length()), end, ID)
                ? end - ID.length()
                : Bytes.at(text, Math.max(from, end - IDENTIFIER.length()), end, IDENTIFIER)
                        ? end - IDENTIFIER.length()
                        : -1;
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
        return isOwn(text, from, joint ? name - 1 : name, PUBLIC);
    }

    /** Whether a word ends at {@code wordEnd} that is none of those whose names or ids everybody has. */
    private static boolean isOwn(byte[] text, int from, int wordEnd, WordTable everybodys) {
        int word = wordEnd;
        while (word > from && Bytes.is(text[word - 1], Bytes.LETTER)) {
            word--;
            if (Bytes.is(text[word], Bytes.UPPER) && word > from && Bytes.is(text[word - 1], Bytes.LOWER)) {
                break;
            }
        }
        return word < wordEnd && !everybodys.contains(text, word, wordEnd);
    }
}
