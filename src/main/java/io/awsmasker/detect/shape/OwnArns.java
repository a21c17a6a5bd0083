package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import java.util.Arrays;

/**
 * Objects that hold their own ARN, {@code "arn": "arn:…"} or {@code "guardrailArn": "arn:…:guardrail/…"}: they describe what
 * a customer has made, whatever service has it, so that the plain names in them are its own or of what belongs to
 * it. Whichever comes first waits for the other, in this object only.
 */
public final class OwnArns {
    private static final int DEEPEST = 64;
    private static final int SHALLOW = 8;
    private static final int NONE = -1;
    private static final int MOST_NAMES = 4;
    private static final int MOST_QUOTES = 8;
    private static final int LONGEST = 128;
    private static final int ACCOUNT = 12;
    private static final int ARN = "arn".length();
    private static final String IAM = "iam";

    private boolean[] described = {};
    private int[] names = {};
    private int[] waiting = {};

    /** Enters an object or a list, which makes it the {@code depth}th around what follows. */
    public void open(int depth) {
        if (depth < DEEPEST) {
            if (depth >= described.length) {
                described = Arrays.copyOf(described, Math.max(SHALLOW, depth * 2));
                names = Arrays.copyOf(names, described.length * MOST_NAMES);
                waiting = Arrays.copyOf(waiting, described.length);
            }
            described[depth] = false;
            waiting[depth] = 0;
        }
    }

    /** Whether the object has had its ARN; if not, the name at {@code value} waits, one of a few. */
    public boolean names(int depth, int value) {
        if (depth <= 0 || depth >= DEEPEST) {
            return false;
        }
        if (!described[depth] && waiting[depth] < MOST_NAMES) {
            names[depth * MOST_NAMES + waiting[depth]++] = value;
        }
        return described[depth];
    }

    /** Notes the ARN at {@code value}, if it is the object's own. */
    public void describe(byte[] text, int from, int keyEnd, int value, int to, int depth) {
        if (depth > 0 && depth < DEEPEST) {
            described[depth] |= isOwn(text, from, keyEnd, value, to);
        }
    }

    /** Where a name stood that waited for the ARN of the object, which waits no more, or -1. */
    public int described(int depth) {
        boolean some = depth > 0 && depth < DEEPEST && described[depth] && waiting[depth] > 0;
        return some ? names[depth * MOST_NAMES + --waiting[depth]] : NONE;
    }

    /** Whether an ARN with an account begins at {@code value}, of the thing that the key names, if it names one. */
    private static boolean isOwn(byte[] text, int from, int keyEnd, int value, int to) {
        int start = value;
        while (start < to && start - value < MOST_QUOTES && Bytes.is(text[start], Bytes.QUOTE)) {
            start++;
        }
        if (!Bytes.at(text, start, to, "arn:aws")) {
            return false;
        }
        int service = field(text, field(text, start, to), to);
        int account = field(text, field(text, service, to), to);
        int resource = field(text, account, to);
        if (resource - account != ACCOUNT + 1 || Bytes.runEnd(text, account, to, Bytes.DIGIT) != resource - 1) {
            return false;
        }
        int word = keyEnd - ARN;
        return Boundary.before(text, from, word)
                || (!Bytes.at(text, service, to, IAM) && isKind(text, from, word, resource, to));
    }

    /** Behind the next colon. */
    private static int field(byte[] text, int at, int to) {
        int i = at;
        while (i < to && i - at < LONGEST && text[i] != ':' && text[i] > ' ') {
            i++;
        }
        return Math.min(to, i + 1);
    }

    /** Whether the key says in front of {@code keyEnd} what the resource part begins with: {@code trustAnchor}, {@code trust-anchor/}. */
    private static boolean isKind(byte[] text, int from, int keyEnd, int resource, int to) {
        int end = resource;
        while (end < to && end - resource < LONGEST && text[end] != '/' && text[end] != ':' && text[end] > ' ') {
            end++;
        }
        int key = keyEnd;
        int kind = end;
        while (true) {
            key = joint(text, from, key);
            kind = joint(text, resource, kind);
            boolean begins = key == from || !Bytes.is(text[key - 1], Bytes.ALNUM);
            if (kind == resource || begins) {
                return kind == resource && begins && end > resource;
            }
            if ((text[--key] | 32) != (text[--kind] | 32)) {
                return false;
            }
        }
    }

    private static int joint(byte[] text, int from, int at) {
        return at > from && (text[at - 1] == '-' || text[at - 1] == '_') ? at - 1 : at;
    }
}
