package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;

/**
 * IPv4 addresses, alone, with a mask length (which stays visible) or written with hyphens in a host name. Four numbers
 * with dots are also versions, so the text in front decides for addresses outside the private ranges.
 */
public final class Ipv4 {
    private static final int LARGE = 31;
    private static final int LONGEST_WORD = 16;

    /** With which the names of packages go on behind the version. */
    private static final WordTable MACHINES = new WordTable(
            Words.set(
                    "all any amd64 arm64 armhf armel aarch64 i386 i586 "
                            + "i686 ppc64el riscv64 s390x x86 x64 win win32 win64 windows linux macos darwin osx noarch setup installer"));

    private Ipv4() {}

    /** Adds the address whose first digit is {@code text[at]}. */
    static void find(byte[] text, int from, int at, int to, Candidates found) {
        if (at - 1 > from && text[at - 1] == '.' && Bytes.is(text[at - 2], Bytes.ALNUM)) {
            return;
        }
        long address = parse(text, at, to, '.');
        if (address < 0) {
            return;
        }
        int end = end(text, at, to);
        boolean own = internal(address);
        if (!(Boundary.after(text, end, to) || joined(text, from, at, end, to))
                || constant(address)
                || !(own || open(text, from, at, end, to, address))) {
            return;
        }
        if (end + 1 < to && text[end] == '.' && Bytes.is(text[end + 1], Bytes.DIGIT) && !port(text, end + 1, to, own)) {
            return;
        }
        boolean block = mask(text, end, to);
        if (own) {
            found.shape(block ? IdentifierType.CIDRPRIV : IdentifierType.IPV4PRIV, at, end);
        } else {
            found.shape(block ? IdentifierType.CIDR : IdentifierType.IPV4, at, end);
        }
    }

    /** Whether an address with dots begins at {@code at}. */
    static boolean at(byte[] text, int at, int to) {
        return parse(text, at, to, '.') >= 0;
    }

    /** Adds {@code ip-10-31-7-9} or {@code ec2-…}, whose first hyphen stands at {@code dash}. */
    public static void findInHost(byte[] text, int from, int dash, int to, Candidates found) {
        int start = Bytes.at(text, dash - 2, dash, "ip") ? dash - 2 : dash - 3;
        boolean prefix = start >= from && (start == dash - 2 || Bytes.at(text, start, dash, "ec2"));
        if (prefix && Boundary.before(text, from, start) && parse(text, dash + 1, to, '-') >= 0) {
            int end = end(text, dash + 1, to);
            if (Boundary.after(text, end, to)) {
                found.shape(IdentifierType.HOST, start, end);
            }
        }
    }

    /** The address as a number, or -1 if four octets without leading zeros do not stand at {@code at}. */
    private static long parse(byte[] text, int at, int to, char separator) {
        long address = 0;
        int i = at;
        for (int octet = 0; octet < 4; octet++) {
            int end = Bytes.runEnd(text, i, Math.min(to, i + 4), Bytes.DIGIT);
            int value = 0;
            for (int k = i; k < end; k++) {
                value = value * 10 + text[k] - '0';
            }
            boolean fits = end > i && end - i <= 3 && value <= 255 && (text[i] != '0' || end - i == 1);
            if (!fits || (octet < 3 && (end >= to || text[end] != separator))) {
                return -1;
            }
            address = address << 8 | value;
            i = end + 1;
        }
        return address;
    }

    private static int end(byte[] text, int at, int to) {
        int i = at;
        for (int octet = 0; octet < 4; octet++) {
            i = Bytes.runEnd(text, i, to, Bytes.DIGIT) + (octet < 3 ? 1 : 0);
        }
        return i;
    }

    private static boolean mask(byte[] text, int end, int to) {
        if (end >= to || text[end] != '/') {
            return false;
        }
        int digits = Bytes.runEnd(text, end + 1, to, Bytes.DIGIT);
        boolean fits = digits - end == 2 || (digits - end == 3 && (text[end + 1] < '3' || text[end + 2] <= '2'));
        return fits && Boundary.after(text, digits, to) && text[end + 1] <= (digits - end == 3 ? '3' : '9');
    }

    /** Whether it is no version by what stands around it. */
    private static boolean open(byte[] text, int from, int at, int end, int to, long address) {
        boolean followed = end + 1 < to
                && (text[end] == ':' || text[end] == '/')
                && Bytes.is(text[end + 1], Bytes.DIGIT)
                && text[at - 1 < from ? at : at - 1] == '/';
        boolean round = (address & 0xff) == 0;
        boolean version = (round || large(address) < 2) && Versions.before(text, from, at);
        if (!followed && (version || Versions.isFigure(text, from, at))) {
            return false;
        }
        if (large(address) == 0 && Versions.small(text, from, at, end, to)) {
            return false;
        }
        if (!followed && round && large(address) < 2 && Versions.ofProgram(text, from, at)) {
            return false;
        }
        boolean glued = suffixed(text, end, to) || !Boundary.after(text, end, to) || (at > from && text[at - 1] == '_');
        return !glued || large(address) >= 2;
    }

    /** Whether an underscore joins it to a word, as to a port in the name of a file, and not to a machine as a version. */
    private static boolean joined(byte[] text, int from, int at, int end, int to) {
        int word = end + 1;
        return end < to
                && text[end] == '_'
                && !MACHINES.contains(
                        text, word, Bytes.runEnd(text, word, Math.min(to, word + LONGEST_WORD), Bytes.ALNUM))
                && !Versions.before(text, from, at)
                && !Versions.isFigure(text, from, at);
    }

    /** How many of its numbers are larger than those of most versions. */
    private static int large(long address) {
        int large = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            large += (address >> shift & 0xff) > LARGE ? 1 : 0;
        }
        return large;
    }

    /** Whether a port follows the last point, as {@code tcpdump} and BSD's {@code netstat} write it. */
    private static boolean port(byte[] text, int at, int to, boolean own) {
        int end = Bytes.runEnd(text, at, Math.min(to, at + 6), Bytes.DIGIT);
        int port = 0;
        for (int i = at; i < end; i++) {
            port = port * 10 + text[i] - '0';
        }
        boolean fits = end - at <= 5 && port <= 0xffff && Boundary.after(text, end, to);
        return fits && (own || port > 0xff) && !(end < to && text[end] == '.');
    }

    private static boolean suffixed(byte[] text, int end, int to) {
        return end + 1 < to && text[end] == '-' && Bytes.is(text[end + 1], Bytes.LETTER);
    }

    private static boolean internal(long a) {
        int first = (int) (a >> 24);
        int second = (int) (a >> 16) & 0xff;
        return first == 10
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 198 && (second == 18 || second == 19));
    }

    /**
     * The same for everybody: unspecified, loopback, netmasks, the multicast of one's own network, the metadata
     * services, what X.509 calls its attributes.
     */
    private static boolean constant(long a) {
        int first = (int) (a >> 24);
        long attribute = a >> 8;
        if (attribute == 0x020504 || attribute == 0x02051d) {
            return true;
        }
        return first == 0 || first == 127 || first == 255 || a >> 8 == 0xE00000 || a == 0xA9FEA9FEL || a == 0xA9FEA97BL;
    }
}
