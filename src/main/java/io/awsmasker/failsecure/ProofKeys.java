package io.awsmasker.failsecure;

import static io.awsmasker.failsecure.ProofBytes.BASE64;
import static io.awsmasker.failsecure.ProofBytes.DIGIT;
import static io.awsmasker.failsecure.ProofBytes.LOWER;
import static io.awsmasker.failsecure.ProofBytes.UPPER;
import static io.awsmasker.failsecure.ProofBytes.WORD;
import static io.awsmasker.failsecure.ProofBytes.literal;

import org.jspecify.annotations.Nullable;

/**
 * Credentials that say what they are: access key and unique ids, session tokens, private keys, Claude keys. Their heads
 * also stand in programs and manuals, so each must be followed by a body that is long and mixed enough.
 */
final class ProofKeys {
    private static final byte[][] ACCESS_KEYS = literals("AKIA", "ASIA", "ABIA", "ACCA");
    private static final byte[][] UNIQUE_IDS = literals("AROA", "AIDA", "AGPA", "AIPA", "ANPA", "ANVA", "APKA", "ASCA");
    private static final byte[][] SESSION_HEADS =
            literals("IQoJb3JpZ2lu", "FwoGZXIvYXdz", "FQoGZXIvYXdz", "AQoDYXdz", "AgoJb3JpZ2lu");
    private static final byte[] CLAUDE = literal("sk-ant-");
    private static final byte[] BEGIN = literal("-----BEGIN ");
    private static final byte[] PRIVATE_KEY = literal("PRIVATE KEY-----");
    private static final int SHORTEST_SESSION_TAIL = 80;
    private static final int SHORTEST_CLAUDE_TAIL = 40;
    private static final int SHORTEST_KEY_LINE = 40;
    private static final int LONGEST_KEY_HEADERS = 200;
    private static final int LONGEST_KEY_TYPE = 24;
    private static final int PLACEHOLDER_LETTERS = 4;

    private ProofKeys() {}

    static @Nullable Leak atCapital(byte[] b, int lo, int hi, int i) {
        if (b[i] == 'A' && i + 3 < hi && b[i + 3] == 'A') {
            boolean access = isOneOf(ACCESS_KEYS, b, lo, hi, i);
            if (access || isOneOf(UNIQUE_IDS, b, lo, hi, i)) {
                int end = ProofBytes.runEnd(b, hi, i, DIGIT | UPPER, 22);
                boolean word = ProofBytes.startsWord(b, lo, i) && ProofBytes.endsWord(b, hi, end);
                boolean part = ProofBytes.startsPart(b, lo, i) && ProofBytes.endsPart(b, hi, end);
                boolean whole = word || (part && ProofBytes.has(b, i + 4, end, DIGIT));
                boolean length = end - i == 20 || (!access && end - i == 21);
                return whole && length && isMixed(b, i + 4, end) ? new Leak(access ? "AKID" : "IAMID", i) : null;
            }
        }
        if (b[i] == 'A' && ProofTokens.isSecretKey(b, lo, hi, i)) {
            return new Leak("SECRETKEY", i);
        }
        if (isOneOf(SESSION_HEADS, b, lo, hi, i) && ProofBytes.startsPart(b, lo, i)) {
            int end = ProofBytes.runEnd(b, hi, i, BASE64, SESSION_HEADS[0].length + SHORTEST_SESSION_TAIL);
            return end - i == SESSION_HEADS[0].length + SHORTEST_SESSION_TAIL ? new Leak("SESSIONTOKEN", i) : null;
        }
        return null;
    }

    static @Nullable Leak atHyphen(byte[] b, int lo, int hi, int i) {
        if (b[i + 1] == 'a') {
            return claudeKey(b, lo, hi, i - 2);
        }
        return b[i + 1] == '-' && isPrivateKey(b, lo, hi, i) ? new Leak("PEM", i) : null;
    }

    private static @Nullable Leak claudeKey(byte[] b, int lo, int hi, int start) {
        if (!ProofBytes.matches(b, lo, hi, start, CLAUDE) || !ProofBytes.startsPart(b, lo, start)) {
            return null;
        }
        int tail = start + CLAUDE.length;
        int end = tail;
        while (end < hi && end - tail < SHORTEST_CLAUDE_TAIL && (ProofBytes.is(b[end], WORD) || b[end] == '-')) {
            end++;
        }
        boolean random = end - tail == SHORTEST_CLAUDE_TAIL
                && ProofBytes.has(b, tail, end, DIGIT)
                && ProofBytes.has(b, tail, end, UPPER)
                && ProofBytes.has(b, tail, end, LOWER);
        return random ? new Leak("APIKEY", start) : null;
    }

    /** A private key block with the first line of its key; the bare header is what programs look for. */
    private static boolean isPrivateKey(byte[] b, int lo, int hi, int i) {
        if (!ProofBytes.matches(b, lo, hi, i, BEGIN)) {
            return false;
        }
        int type = i + BEGIN.length;
        int end = type;
        while (end - type < LONGEST_KEY_TYPE && !ProofBytes.matches(b, lo, hi, end, PRIVATE_KEY)) {
            if (end >= hi || (!ProofBytes.is(b[end], UPPER) && b[end] != ' ')) {
                return false;
            }
            end++;
        }
        int run = 0;
        int stop = Math.min(hi, end + PRIVATE_KEY.length + LONGEST_KEY_HEADERS);
        for (int k = end + PRIVATE_KEY.length; k < stop && run < SHORTEST_KEY_LINE; k++) {
            run = ProofBytes.is(b[k], BASE64) ? run + 1 : 0;
        }
        return run == SHORTEST_KEY_LINE;
    }

    /** Whether the tail has more different characters than a placeholder of crosses. */
    private static boolean isMixed(byte[] b, int start, int end) {
        long seen = 0;
        for (int i = start; i < end; i++) {
            seen |= 1L << (b[i] - '0');
        }
        return Long.bitCount(seen) > PLACEHOLDER_LETTERS;
    }

    private static boolean isOneOf(byte[][] heads, byte[] b, int lo, int hi, int i) {
        for (byte[] head : heads) {
            if (ProofBytes.matches(b, lo, hi, i, head)) {
                return true;
            }
        }
        return false;
    }

    private static byte[][] literals(String... texts) {
        byte[][] bytes = new byte[texts.length][];
        for (int k = 0; k < texts.length; k++) {
            bytes[k] = literal(texts[k]);
        }
        return bytes;
    }
}
