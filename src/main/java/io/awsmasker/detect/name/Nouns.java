package io.awsmasker.detect.name;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.Kind;
import io.awsmasker.detect.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * The word for a thing of AWS beside a place in a sentence, of one or two words and perhaps with the service in front:
 * {@code bucket}, {@code security group}, {@code DynamoDB table}. A service makes even a word of everyday one of AWS.
 *
 * @param start where it begins, the service not counted
 * @param end where it ends
 * @param sure whether it is no word of everyday
 * @param full whether a service stands in front or the two words are a term of AWS
 */
public record Nouns(Kind kind, int start, int end, boolean sure, boolean full) {
    private static final int MOST_SERVICES = 2;

    /** The one that ends at {@code end}, or null. */
    public static @Nullable Nouns before(byte[] text, int from, int end) {
        int start = wordStart(text, from, end);
        if (start >= end) {
            return null;
        }
        if (start - 1 > from && text[start - 1] == '-' && !serviceBefore(text, from, start - 1)) {
            return null;
        }
        int front = text[Math.max(from, start - 1)] == ' ' ? wordStart(text, from, start - 1) : start;
        Kind two = front < start - 1 ? Kind.inSentence(text, front, end) : null;
        if (two != null) {
            return new Nouns(two, front, end, !two.everyday(), true);
        }
        Kind one = Kind.inSentence(text, start, end);
        boolean service = front < start - 1 && Kind.service(text, front, start - 1);
        boolean command = service && Words.service(text, start, end) && Bytes.at(text, front, start, "aws ");
        return one == null || command ? null : new Nouns(one, start, end, service || !one.everyday(), service);
    }

    /** Whether the word in front of the hyphen is a service, as in {@code S3-Bucket}, and none of {@code timing-function}. */
    private static boolean serviceBefore(byte[] text, int from, int hyphen) {
        int start = hyphen;
        while (start > from && hyphen - start < Kind.LONGEST && Bytes.is(text[start - 1], Bytes.ALNUM)) {
            start--;
        }
        return Kind.service(text, start, hyphen);
    }

    /** The one that begins at {@code at}, perhaps behind services, or null. */
    public static @Nullable Nouns behind(byte[] text, int at, int to) {
        int start = at;
        for (int services = 0; services <= MOST_SERVICES; services++) {
            int first = wordEnd(text, start, to);
            int second = first < to && text[first] == ' ' ? wordEnd(text, first + 1, to) : first;
            boolean pair = second > first + 1;
            Kind two = pair && closed(text, second, to) ? Kind.inSentence(text, start, second) : null;
            if (two != null) {
                return new Nouns(two, start, second, services > 0 || !two.everyday(), true);
            }
            Kind one = closed(text, first, to) ? Kind.inSentence(text, start, first) : null;
            boolean end = one != null && (!pair || Kind.inSentence(text, first + 1, second) == null);
            if (end || !pair || !Kind.service(text, start, first)) {
                return one == null ? null : new Nouns(one, start, first, services > 0 || !one.everyday(), services > 0);
            }
            start = first + 1;
        }
        return null;
    }

    /** Whether no longer word goes on at {@code end}. */
    private static boolean closed(byte[] text, int end, int to) {
        return Boundary.after(text, end, to) && (end >= to || text[end] != '-');
    }

    private static int wordEnd(byte[] text, int at, int to) {
        return Bytes.runEnd(text, at, Math.min(to, at + Kind.LONGEST), Bytes.ALNUM);
    }

    private static int wordStart(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < Kind.LONGEST && Bytes.is(text[start - 1], Bytes.ALNUM)) {
            start--;
        }
        return Boundary.before(text, from, start) ? start : end;
    }
}
