package io.awsmasker.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RequestImpl;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** The cluster slot of a key: CRC16 (XMODEM) of the text between its first braces, or of all of it, modulo 16,384. */
final class KeySlot {
    static final int SLOTS = 16_384;

    private static final int POLYNOMIAL = 0x1021;
    private static final int[] TABLE = table();

    private KeySlot() {}

    /**
     * The one slot of a request's keys, empty when it has none.
     *
     * @throws IllegalArgumentException if its keys are of several slots: the answer of a cluster would be wrong or an error
     */
    static OptionalInt of(Request request) {
        List<byte[]> keys = ((RequestImpl) request).keys();
        if (keys.isEmpty()) {
            return OptionalInt.empty();
        }
        int slot = of(keys.get(0));
        for (int i = 1; i < keys.size(); i++) {
            if (of(keys.get(i)) != slot) {
                throw new IllegalArgumentException("the keys of one request must share a slot");
            }
        }
        return OptionalInt.of(slot);
    }

    static int of(byte[] key) {
        int open = indexOf(key, '{', 0);
        int close = open < 0 ? -1 : indexOf(key, '}', open + 1);
        boolean tagged = close > open + 1;
        return crc(key, tagged ? open + 1 : 0, tagged ? close : key.length) % SLOTS;
    }

    /** What makes a key belong to the slot when it stands in the key in braces: the least such number. */
    static int tag(int slot) {
        return Tags.OF[slot];
    }

    /** For each slot its tag, worked out when first needed. */
    private static final class Tags {
        static final int[] OF = new int[SLOTS];

        static {
            BitSet found = new BitSet(SLOTS);
            for (int number = 0; found.cardinality() < SLOTS; number++) {
                int slot = KeySlot.of(String.valueOf(number).getBytes(US_ASCII));
                if (!found.get(slot)) {
                    found.set(slot);
                    OF[slot] = number;
                }
            }
        }
    }

    private static int indexOf(byte[] key, char wanted, int from) {
        for (int i = from; i < key.length; i++) {
            if (key[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int crc(byte[] key, int start, int end) {
        int crc = 0;
        for (int i = start; i < end; i++) {
            crc = (crc << 8 ^ TABLE[(crc >> 8 ^ key[i]) & 0xFF]) & 0xFFFF;
        }
        return crc;
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int octet = 0; octet < table.length; octet++) {
            int crc = octet << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            table[octet] = crc & 0xFFFF;
        }
        return table;
    }
}
