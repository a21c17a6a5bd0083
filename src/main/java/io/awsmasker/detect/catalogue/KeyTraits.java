package io.awsmasker.detect.catalogue;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;

/** What the last word of a key says although it names no type: that a name, a value or a block follows. */
public final class KeyTraits {
    /** The member of a pair that holds the value. */
    public static final int VALUE = 1;

    /** The member of a pair that says what its value is. */
    public static final int NAME = 2;

    /** A key that means what the object around it is. */
    public static final int GENERIC = 4;

    /** Terraform's words for the members of a resource. */
    public static final int BLOCK = 8;

    /** A key under which stands what the key of the object around it announced. */
    public static final int HOLDS = 16;

    /** A word for an error or its message. */
    public static final int MESSAGE = 32;

    /** A flag that says of the value beside it that it is a secret. */
    public static final int MARK = 64;

    /** Where Terraform writes what it has drawn at random. */
    public static final int RESULT = 128;

    /** The key under which a parameter has the value that it takes when nobody gives one, or one that documents show. */
    public static final int DEFAULT = 256;

    /** A key of Kubernetes under which stands which secret is meant. */
    public static final int REFERENCE = 512;

    /** The member of such a reference that holds the secret's name. */
    public static final int REFERRED = 1024;

    /** What was asked of AWS, as its records of calls say: the name directly in it is the thing's. */
    public static final int REQUEST = 2048;

    /** The end of a key that says what it and others are only together: a kind of object, the rule that an action follows. */
    static final int DECLARES = 4096;

    /** Where something is kept, which a word beside it may say to be a bucket. */
    public static final int LOCATION = 8192;

    /** A key that in what AWS reads calls something a customer has made. */
    public static final int RESOURCE = 16384;

    /** A key under which stands the ARN of what the object around it describes, or of another thing. */
    public static final int ARN = 32768;

    /** What a mark can mark, or marks. */
    public static final int MARKED = HOLDS | VALUE | MARK | RESULT;

    private KeyTraits() {}

    /** The traits of the key that ends at {@code end}, as bits. */
    public static int of(byte[] text, int from, int end) {
        if (end <= from) {
            return 0;
        }
        int traits = ofEnding(text, from, end);
        return ResourceKeys.isThing(text, from, end) ? traits | RESOURCE : traits;
    }

    private static int ofEnding(byte[] text, int from, int end) {
        return switch (text[end - 1] | 32) {
            case 'd' ->
                ends(text, from, end, "id")
                        ? GENERIC
                        : ends(text, from, end, "field")
                                ? NAME
                                : endsWith(text, from, end, "notfound")
                                        ? MESSAGE
                                        : endsWith(text, from, end, "kind") || endsWith(text, from, end, "ruleid")
                                                ? DECLARES
                                                : 0;
            case 'e' ->
                endsWith(text, from, end, "name")
                        ? NAME
                                | (ends(text, from, end, "name")
                                        ? GENERIC
                                        : ResourceKeys.are(text, from, end) ? RESOURCE : 0)
                        : endsWith(text, from, end, "value")
                                ? VALUE | (ends(text, from, end, "value") ? HOLDS : 0)
                                : ends(text, from, end, "before")
                                        ? BLOCK
                                        : endsWith(text, from, end, "message")
                                                ? MESSAGE
                                                : ends(text, from, end, "sensitive")
                                                        ? MARK
                                                        : ends(text, from, end, "sample")
                                                                        || ends(text, from, end, "example")
                                                                ? HOLDS | DEFAULT
                                                                : endsWith(text, from, end, "type")
                                                                                || endsWith(text, from, end, "service")
                                                                        ? DECLARES
                                                                        : 0;
            case 'o' -> ends(text, from, end, "noecho") ? MARK : 0;
            case 'l' -> ends(text, from, end, "fatal") ? MESSAGE : 0;
            case 'n' ->
                ends(text, from, end, "location")
                        ? LOCATION
                        : endsWith(text, from, end, "exception") || endsWith(text, from, end, "reason")
                                ? MESSAGE
                                : endsWith(text, from, end, "arn") ? ARN : 0;
            case 'r' ->
                ends(text, from, end, "identifier")
                        ? GENERIC
                        : ends(text, from, end, "after") ? BLOCK : endsWith(text, from, end, "error") ? MESSAGE : 0;
            case 't' ->
                ends(text, from, end, "default")
                        ? HOLDS | DEFAULT
                        : ends(text, from, end, "result")
                                ? RESULT
                                : endsWith(text, from, end, "notfoundfault")
                                        ? MESSAGE
                                        : ends(text, from, end, "extract") ? REFERENCE : 0;
            case 's' ->
                ends(text, from, end, "s")
                        ? HOLDS
                        : ends(text, from, end, "attributes") || ends(text, from, end, "values")
                                ? BLOCK | (Bytes.at(text, Math.max(from, end - 6), end, "Values") ? VALUE : 0)
                                : ends(text, from, end, "requestparameters")
                                        ? REQUEST
                                        : ends(text, from, end, "names") || ResourceKeys.are(text, from, end - 1)
                                                ? RESOURCE
                                                : 0;
            case 'f' -> ends(text, from, end, "remoteref") ? REFERENCE : 0;
            case 'y' ->
                endsWith(text, from, end, "key")
                        ? NAME | (ends(text, from, end, "key") ? REFERRED : 0)
                        : endsWith(text, from, end, "family") ? DECLARES : 0;
            default -> 0;
        };
    }

    /** Whether the whole key is {@code word} in any case. */
    private static boolean ends(byte[] text, int from, int keyEnd, String word) {
        int start = keyEnd - word.length();
        return endsWith(text, from, keyEnd, word)
                && Boundary.before(text, from, start)
                && (start == from || text[start - 1] != '-');
    }

    private static boolean endsWith(byte[] text, int from, int keyEnd, String word) {
        int start = keyEnd - word.length();
        for (int i = 0; i < word.length(); i++) {
            if (start < from || (text[start + i] | 32) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
