package io.awsmasker.detect.shape;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.Grammar;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.finding.Candidates;
import io.awsmasker.detect.name.Composed;
import io.awsmasker.detect.words.Regions;
import io.awsmasker.detect.words.WordMap;
import io.awsmasker.detect.words.WordTable;
import io.awsmasker.detect.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Host names of AWS endpoints, found from the domain they end in. Labels that name a service or a region stay, so that
 * one still sees what kind of endpoint it is; the labels left of them are the customer's and are one finding.
 */
public final class Hosts {
    /** In front of the domain in the keys of the tags of {@code eksctl}. */
    private static final WordTable ALPHA = new WordTable(Words.set("alpha beta"));

    /** Of the namespaces that S3 gives its answers in XML: {@code http://doc.s3.amazonaws.com/2006-03-01}. */
    private static final WordTable NAMESPACE = new WordTable(Words.set("doc"));

    private static final int LONGEST = 253;

    private record Domain(String suffix, @Nullable IdentifierType type) {}

    private static final String CONSOLE = ".aws.amazon.com";

    /** Domains in which the labels in front say whose they are, if they are anybody's. */
    private static final List<String> UNTYPED = List.of(
            ".amazonaws.com",
            ".amazonaws.eu",
            ".c2s.ic.gov",
            ".sc2s.sgov.gov",
            ".cloud.adc-e.uk",
            ".csp.hci.ic.gov",
            ".on.aws",
            ".api.aws",
            ".on.amazonwebservices.com.cn",
            CONSOLE);

    /** Labels that stay although no type is tied to them. */
    private static final WordTable KEPT = new WordTable(
            Words.set("dualstack fips dkr dkr-ecr ecr server prod auth website accelerate accesspoint www api data "
                    + "data-ats credentials control oidc cn"));

    /** For each byte the domains in which it stands behind the first dot. */
    private static final Domain[][] BY_FIRST = new Domain[256][];

    /** For each byte those that follow it behind the first dot, as bits: behind most dots there is no further look. */
    private static final long[] SECONDS = new long[256];

    static {
        List<Domain> domains = new ArrayList<>();
        UNTYPED.forEach(suffix -> domains.add(new Domain(suffix, null)));
        for (IdentifierType type : IdentifierType.values()) {
            type.grammar().words(Grammar.Column.DOMAIN).forEach(suffix -> domains.add(new Domain(suffix, type)));
        }
        for (int b = 0; b < BY_FIRST.length; b++) {
            char first = (char) b;
            BY_FIRST[b] = domains.stream()
                    .filter(domain -> domain.suffix().charAt(1) == first)
                    .toArray(Domain[]::new);
        }
        domains.forEach(domain ->
                SECONDS[domain.suffix().charAt(1)] |= 1L << (domain.suffix().charAt(2) & 63));
    }

    private final WordMap<IdentifierType> services;

    public Hosts() {
        Map<String, IdentifierType> types = new HashMap<>();
        for (IdentifierType type : IdentifierType.values()) {
            type.grammar().hosts().forEach(label -> types.put(label, type));
        }
        services = new WordMap<>(types);
    }

    /** Whether a domain can have these two bytes behind its first dot. */
    public static boolean mayBegin(byte first, byte second) {
        return (SECONDS[first & 0xff] >>> (second & 63) & 1) != 0;
    }

    /**
     * Adds the customer's part of the host name whose domain begins with the dot at {@code dot}.
     *
     * @param floor offset before which the name cannot begin
     * @return the offset behind the domain if there is one, else -1
     */
    public int find(byte[] text, int floor, int dot, int to, Candidates found) {
        if (dot + 1 >= to) {
            return -1;
        }
        for (Domain domain : BY_FIRST[text[dot + 1] & 0xff]) {
            if (Bytes.at(text, dot, to, domain.suffix())) {
                int end = dot + domain.suffix().length();
                if (domain.suffix().equals(CONSOLE)) {
                    if (Bytes.at(text, dot - 7, dot, "console") || Bytes.at(text, dot - 6, dot, "signin")) {
                        ConsoleLinks.find(text, end, to, found);
                    }
                    return -1;
                }
                if (!Boundary.afterPart(text, end, to)) {
                    return -1;
                }
                int labels = Composed.inFrontOfVariable(text, floor, dot);
                split(text, nameStart(text, floor, labels), labels, end, to, domain.type(), found);
                return end;
            }
        }
        return -1;
    }

    private static int nameStart(byte[] text, int floor, int dot) {
        int lowest = Math.max(floor, dot - LONGEST);
        int start = dot;
        while (start > lowest && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        start = Boundary.skipEscape(text, floor, start, dot);
        while (start < dot && !Bytes.is(text[start], Bytes.ALNUM)) {
            start++;
        }
        int variable = start > lowest && text[start - 1] == '$' ? Bytes.runEnd(text, start, dot, Bytes.WORD) : start;
        boolean named = variable > start && (Bytes.any(text, start, variable) & Bytes.DIGIT) == 0;
        return named && variable < dot ? variable + 1 : start;
    }

    private void split(
            byte[] text, int start, int dot, int end, int to, @Nullable IdentifierType domainType, Candidates found) {
        IdentifierType type = domainType;
        int service = dot;
        int serviceEnd = dot;
        int labelEnd = dot;
        while (labelEnd > start) {
            int at = labelEnd;
            while (at > start && text[at - 1] != '.') {
                at--;
            }
            IdentifierType known = serviceType(text, at, labelEnd);
            boolean kept = known == null && KEPT.contains(text, at, labelEnd) && small(text, at, labelEnd);
            if (known == null && !kept && !Regions.is(text, at, labelEnd)) {
                break;
            }
            type = known != null && type == null ? known : type;
            if (known != null || kept) {
                service = at;
                serviceEnd = labelEnd;
            }
            labelEnd = Math.max(start, at - 1);
            if (at == start) {
                labelEnd = start;
            }
        }
        if (labelEnd > start && (type != null || registry(text, service, serviceEnd))) {
            customer(text, start, labelEnd, type, found);
        }
        HostPaths.find(text, start, labelEnd, dot, end, to, found);
    }

    private static void customer(byte[] text, int start, int end, @Nullable IdentifierType type, Candidates found) {
        boolean account = end - start == 12 && Bytes.runEnd(text, start, end, Bytes.DIGIT) == end;
        if (account || type == null) {
            if (account) {
                found.shape(IdentifierType.ACCOUNT, start, end);
            }
            return;
        }
        if (type == IdentifierType.CFDNS
                && !(end - start >= 12 && Bytes.runEnd(text, start, end, Bytes.LETTER) < end)) {
            return;
        }
        if (type == IdentifierType.BUCKET && NAMESPACE.contains(text, start, end)) {
            return;
        }
        if (type == IdentifierType.CLUSTER && ALPHA.contains(text, start, end)) {
            return;
        }
        int stop = end;
        if (Bytes.at(text, start, end, "vpce-")) {
            stop = start;
            while (stop < end && text[stop] != '.') {
                stop++;
            }
        }
        found.name(type, start, stop);
        if (type == IdentifierType.RDSDNS) {
            int label = Bytes.runEnd(text, start, stop, Bytes.WORD);
            while (label < stop && text[label] == '-') {
                label = Bytes.runEnd(text, label + 1, stop, Bytes.WORD);
            }
            if (label < stop && Words.distinctive(text, start, label)) {
                found.alsoKnown(IdentifierType.RDS, start, label);
            }
        }
    }

    private static boolean registry(byte[] text, int start, int end) {
        return (end - start == 3 && Bytes.at(text, start, end, "ecr")) || Bytes.at(text, start, end, "dkr");
    }

    private @Nullable IdentifierType serviceType(byte[] text, int start, int end) {
        if (Bytes.at(text, start, end, "s3") && (end - start == 2 || text[start + 2] == '-')) {
            return IdentifierType.BUCKET;
        }
        IdentifierType type = services.find(text, start, end);
        return type != null && small(text, start, end) ? type : null;
    }

    private static boolean small(byte[] text, int start, int end) {
        return (Bytes.any(text, start, end) & Bytes.UPPER) == 0;
    }
}
