package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Host names of AWS endpoints, found from the domain they end in. Labels that name a service or a region stay, so that
 * one still sees what kind of endpoint it is; the labels left of them are the customer's and are one finding.
 */
final class Hosts {
    private static final int LONGEST = 253;

    private record Domain(String suffix, @Nullable IdentifierType type) {}

    private static final String CONSOLE = ".aws.amazon.com";

    private static final List<Domain> DOMAINS = List.of(
            new Domain(".amazonaws.com", null),
            new Domain(".amazonaws.eu", null),
            new Domain(".c2s.ic.gov", null),
            new Domain(".sc2s.sgov.gov", null),
            new Domain(".cloud.adc-e.uk", null),
            new Domain(".csp.hci.ic.gov", null),
            new Domain(".on.aws", null),
            new Domain(".api.aws", null),
            new Domain(".on.amazonwebservices.com.cn", null),
            new Domain(".cloudfront.cn", IdentifierType.CFDNS),
            new Domain(".awsapps.cn", IdentifierType.SSODNS),
            new Domain(".signin.amazonaws.cn", IdentifierType.SSODNS),
            new Domain(".cloudfront.net", IdentifierType.CFDNS),
            new Domain(".awsapps.com", IdentifierType.SSODNS),
            new Domain(".signin.aws.amazon.com", IdentifierType.SSODNS),
            new Domain(CONSOLE, null),
            new Domain(".elasticbeanstalk.com", IdentifierType.EBDNS),
            new Domain(".amazoncognito.com", IdentifierType.COGDNS),
            new Domain(".awsapprunner.com", IdentifierType.SVCDNS),
            new Domain(".sagemaker.aws", IdentifierType.SVCDNS),
            new Domain(".compute.internal", IdentifierType.HOST),
            new Domain(".ec2.internal", IdentifierType.HOST));

    /** Labels that stay although no type is tied to them. */
    private static final Set<String> KEPT =
            Words.set("dualstack fips dkr dkr-ecr ecr server prod auth website accelerate accesspoint www api data "
                    + "data-ats credentials control studio notebook oidc cn");

    private static final boolean[] FIRST = new boolean[128];

    static {
        DOMAINS.forEach(domain -> FIRST[domain.suffix().charAt(1)] = true);
    }

    private final Map<String, IdentifierType> services = new HashMap<>();

    Hosts() {
        for (IdentifierType type : IdentifierType.values()) {
            type.grammar().hosts().forEach(label -> services.put(label, type));
        }
    }

    /** Whether a domain can have this byte behind its first dot. */
    static boolean mayBegin(byte b) {
        return b >= 0 && FIRST[b];
    }

    /**
     * Adds the customer's part of the host name whose domain begins with the dot at {@code dot}.
     *
     * @param floor offset before which the name cannot begin
     * @return the offset behind the domain if there is one, else -1
     */
    int find(byte[] text, int floor, int dot, int to, Candidates found) {
        for (Domain domain : DOMAINS) {
            if (dot + 1 < to
                    && text[dot + 1] == domain.suffix().charAt(1)
                    && Bytes.at(text, dot, to, domain.suffix())) {
                int end = dot + domain.suffix().length();
                if (domain.suffix().equals(CONSOLE)) {
                    if (Bytes.at(text, dot - 7, dot, "console") || Bytes.at(text, dot - 6, dot, "signin")) {
                        ConsoleLinks.find(text, end, to, found);
                    }
                    return -1;
                }
                if (!Boundary.after(text, end, to) || (end < to && text[end] == '-')) {
                    return -1;
                }
                split(text, nameStart(text, floor, dot), dot, end, to, domain.type(), found);
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
        return start;
    }

    private void split(
            byte[] text, int start, int dot, int end, int to, @Nullable IdentifierType domainType, Candidates found) {
        IdentifierType type = domainType;
        String service = "";
        int labelEnd = dot;
        while (labelEnd > start) {
            int at = labelEnd;
            while (at > start && text[at - 1] != '.') {
                at--;
            }
            String label = new String(text, at, labelEnd - at, StandardCharsets.ISO_8859_1);
            IdentifierType known = serviceType(label);
            if (known == null && !KEPT.contains(label) && !Regions.is(text, at, labelEnd)) {
                break;
            }
            type = known != null && type == null ? known : type;
            service = known != null || KEPT.contains(label) ? label : service;
            labelEnd = Math.max(start, at - 1);
            if (at == start) {
                labelEnd = start;
            }
        }
        if (labelEnd > start && (type != null || service.equals("ecr") || service.startsWith("dkr"))) {
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
        int stop = end;
        if (Bytes.at(text, start, end, "vpce-")) {
            stop = start;
            while (stop < end && text[stop] != '.') {
                stop++;
            }
        }
        found.name(type, start, stop);
    }

    private @Nullable IdentifierType serviceType(String label) {
        if (label.startsWith("s3") && (label.length() == 2 || label.charAt(2) == '-')) {
            return IdentifierType.BUCKET;
        }
        return services.get(label);
    }
}
