package io.awsmasker.detect.catalogue;

import io.awsmasker.detect.bytes.BackwardTrie;
import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names of keys under which identifiers stand, however they are written: {@code DBInstanceIdentifier},
 * {@code db_instance_identifier} and {@code --db-instance-identifier} are one. Read backwards from the end of the key, so
 * that {@code DestinationS3BucketName} is a bucket's name without being listed.
 */
public final class Keys {
    private static final int LONGEST = 64;
    private static final int ENDING = 3;
    private static final int MOST_DIGITS = 2;
    private static final int ENDINGS = 4096;
    private static final String CLOUDFORMATION = "AWS::";

    /** Keys whose numbers are amounts or times, never accounts or cards. */
    private static final List<String> NUMBERS = List.of(
            "*timestamp",
            "*time",
            "*date",
            "*size",
            "*bytes",
            "*sequencenumber",
            "*sequence",
            "*offset",
            "*millis",
            "*epoch",
            "*isbn",
            "*upc",
            "*ean",
            "*gtin",
            "*invoice",
            "*count",
            "*length",
            "*latency",
            "*duration",
            "*nanos",
            "*micros",
            "*total",
            "*memory",
            "*seed",
            "*checksum",
            "*version",
            "*build",
            "*amount",
            "*created",
            "*expires",
            "*serial",
            "*tokens");

    /** Keys that end like one of a secret or a name and hold a secret's name, a time, the place in a list or what everybody may read. */
    private static final List<String> HARMLESS = List.of(
            "*existingsecret",
            "*kmsmasterkey",
            "*pullsecret",
            "*tlssecret",
            "*lastmodifiedsecret",
            "*acceleratornames",
            "*nexttoken",
            "*pagetoken",
            "*startingtoken",
            "*continuationtoken",
            "*paginationtoken",
            "*clientrequesttoken",
            "*clienttoken",
            "*idempotencytoken");

    private final BackwardTrie words = new BackwardTrie();
    private final List<@Nullable IdentifierType> types = new ArrayList<>();
    private boolean[] suffixes = new boolean[512];
    private boolean[] anywhere = new boolean[512];

    /** For the hash of three letters, whether a word ends in them: most keys need no further look. */
    private final boolean[] endings = new boolean[ENDINGS];

    /** The keys that this column of the catalogue names. */
    Keys(Grammar.Column column) {
        for (IdentifierType type : IdentifierType.values()) {
            type.grammar().words(column).forEach(key -> put(key, type));
        }
    }

    /** The keys that tell a type, and those that tell that nothing is an identifier. */
    static Keys telling() {
        Keys keys = new Keys(Grammar.Column.KEY);
        NUMBERS.forEach(key -> keys.put(key, null));
        HARMLESS.forEach(key -> keys.put(key, null));
        return keys;
    }

    private void put(String key, @Nullable IdentifierType type) {
        boolean suffix = key.startsWith("*");
        types.add(type);
        if (types.size() == suffixes.length) {
            suffixes = Arrays.copyOf(suffixes, suffixes.length * 2);
            anywhere = Arrays.copyOf(anywhere, anywhere.length * 2);
        }
        suffixes[types.size()] = suffix;
        anywhere[types.size()] = key.startsWith("**");
        String word = key.replace("*", "");
        words.put(word, types.size());
        if (word.length() < ENDING) {
            Arrays.fill(endings, true);
        } else {
            endings[ending(word.getBytes(StandardCharsets.US_ASCII), word.length())] = true;
        }
    }

    /** The type of what stands under the key that ends at {@code end}, or null. Reads at most 64 bytes. */
    @Nullable
    public IdentifierType find(byte[] text, int from, int end) {
        int id = lookUp(text, from, end);
        return id > 0 ? types.get(id - 1) : null;
    }

    /** Whether the key that ends at {@code end} is known to hold no identifier. Reads at most 64 bytes. */
    public boolean harmless(byte[] text, int from, int end) {
        int id = lookUp(text, from, end);
        return id > 0 && types.get(id - 1) == null;
    }

    /** Whether the number that begins at {@code at} stands under a key for amounts or times. */
    public boolean deny(byte[] text, int from, int at) {
        int end = endBefore(text, from, at);
        return end >= 0 && harmless(text, from, end);
    }

    /** Where the key of the value that begins at {@code at} ends, or -1: in front of quotes, spaces and a separator. */
    public int endBefore(byte[] text, int from, int at) {
        int i = at;
        boolean separated = false;
        while (i > from && at - i < 16 && (Bytes.is(text[i - 1], Bytes.QUOTE) || ":=[".indexOf(text[i - 1]) >= 0)) {
            i--;
            separated |= text[i] == ':' || text[i] == '=';
        }
        return separated ? i : -1;
    }

    private int lookUp(byte[] text, int from, int end) {
        int id = walk(text, from, end);
        if (id > 0 || end - 1 <= from) {
            return id;
        }
        return text[end - 1] == 's'
                ? walk(text, from, end - 1)
                : Bytes.is(text[end - 1], Bytes.DIGIT) ? numbered(text, from, end) : 0;
    }

    /** One of several secrets, {@code password2}, or of several forms of it, {@code smtp_password_v4}. */
    private int numbered(byte[] text, int from, int end) {
        int i = end;
        while (i > from && end - i < MOST_DIGITS && Bytes.is(text[i - 1], Bytes.DIGIT)) {
            i--;
        }
        if (i - 1 > from && (text[i - 1] | 32) == 'v' && (text[i - 2] == '_' || text[i - 2] == '-')) {
            i--;
        }
        if (i > from && (text[i - 1] == '_' || text[i - 1] == '-')) {
            i--;
        }
        int id = walk(text, from, i);
        IdentifierType type = id > 0 ? types.get(id - 1) : null;
        return type != null && type.secret() ? id : 0;
    }

    private int walk(byte[] text, int from, int end) {
        if (end - ENDING >= from && !endings[ending(text, end)] && plainEnding(text, end)) {
            return 0;
        }
        int node = 0;
        int best = 0;
        for (int i = end - 1; i >= from && end - i <= LONGEST; i--) {
            byte b = text[i];
            if (b == '-' || b == '_') {
                if (node == 0) {
                    return 0;
                }
                continue;
            }
            if (!Bytes.is(b, Bytes.ALNUM)) {
                return best;
            }
            node = words.step(node, b);
            if (node == 0) {
                return best;
            }
            int id = words.id(node);
            if (id > 0
                    && !typed(text, from, i)
                    && (anywhere[id] || (suffixes[id] ? hump(text, from, i, end) : whole(text, from, i)))) {
                best = id;
            }
        }
        return best;
    }

    /** Without a joint, over which the words are read. */
    private static boolean plainEnding(byte[] text, int end) {
        return Bytes.is(text[end - 1], Bytes.ALNUM)
                && Bytes.is(text[end - 2], Bytes.ALNUM)
                && Bytes.is(text[end - 3], Bytes.ALNUM);
    }

    private static int ending(byte[] text, int end) {
        return (((text[end - 3] | 32) * 31 + (text[end - 2] | 32)) * 31 + (text[end - 1] | 32)) & (ENDINGS - 1);
    }

    private static boolean whole(byte[] text, int from, int at) {
        int i = at;
        while (i > from && text[i - 1] == '-') {
            i--;
        }
        return Boundary.before(text, from, i);
    }

    /** Whether the word is a type of CloudFormation, {@code AWS::RDS::DBInstance}, which is no key. */
    private static boolean typed(byte[] text, int from, int at) {
        int word = at;
        while (word > from && at - word < LONGEST && Bytes.is(text[word - 1], Bytes.ALNUM)) {
            word--;
        }
        if (word - 2 < from || text[word - 1] != ':' || text[word - 2] != ':') {
            return false;
        }
        int service = word - 2;
        while (service > from && at - service < LONGEST && Bytes.is(text[service - 1], Bytes.ALNUM)) {
            service--;
        }
        return service - CLOUDFORMATION.length() >= from
                && Bytes.at(text, service - CLOUDFORMATION.length(), service, CLOUDFORMATION);
    }

    /** {@code IAMRoleName}: the last of several capitals begins a word that goes on in small letters, if it is a name's key. */
    private static boolean behindAcronym(byte[] text, int from, int at, int end) {
        return at - 2 >= from
                && (Bytes.at(text, end - 4, end, "Name") || Bytes.at(text, Math.max(from, end - 10), end, "Identifier"))
                && Bytes.is(text[at - 1], Bytes.UPPER)
                && Bytes.is(text[at - 2], Bytes.UPPER)
                && Bytes.is(text[at + 1], Bytes.LOWER);
    }

    private static boolean hump(byte[] text, int from, int at, int end) {
        return at == from
                || !Bytes.is(text[at - 1], Bytes.ALNUM)
                || (Bytes.is(text[at], Bytes.UPPER)
                        && (Bytes.is(text[at - 1], Bytes.LOWER | Bytes.DIGIT) || behindAcronym(text, from, at, end)))
                || Boundary.before(text, from, at);
    }
}
