package io.awsmasker.detect.words;

import io.awsmasker.detect.bytes.Bytes;

/**
 * Policies that AWS manages, which are called the same in every account: those for whole jobs by their names, all others
 * by the ARN that stands beside the name, whose account is {@code aws}.
 */
public final class ManagedPolicies {
    private static final int BESIDE = 192;
    private static final String OWNER = "::aws:policy/";

    private static final WordTable OF_JOBS = new WordTable(Words.set(
            "administratoraccess poweruseraccess readonlyaccess viewonlyaccess securityaudit iamfullaccess iamreadonlyaccess "
                    + "networkadministrator systemadministrator"));

    /** How those of CloudFront begin, which stand without an ARN. */
    private static final String[] OF_CLOUDFRONT = {
        "Managed-AllViewer",
        "Managed-Amplify",
        "Managed-CORS-",
        "Managed-Caching",
        "Managed-Elemental-",
        "Managed-SecurityHeaders",
        "Managed-SimpleCORS",
        "Managed-UseOrigin",
        "Managed-UserAgentReferer"
    };

    private ManagedPolicies() {}

    public static boolean ofCloudFront(byte[] text, int start, int end) {
        for (String beginning : OF_CLOUDFRONT) {
            if (Bytes.at(text, start, end, beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the policy {@code [start, end)} is one. Reads at most 192 bytes to either side. */
    public static boolean holds(byte[] text, int from, int start, int end, int to) {
        if (OF_JOBS.contains(text, start, end)) {
            return true;
        }
        int last = Math.min(to - OWNER.length(), end + BESIDE);
        for (int i = Math.max(from, start - BESIDE); i <= last; i++) {
            if (text[i] == ':' && Bytes.at(text, i, to, OWNER) && named(text, i + OWNER.length(), start, end, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the last part of the path at {@code at} is the name. */
    private static boolean named(byte[] text, int at, int start, int end, int to) {
        int name = at;
        int i = at;
        while (i < to && i - at < BESIDE && Bytes.is(text[i], Bytes.NAME)) {
            name = text[i] == '/' ? i + 1 : name;
            i++;
        }
        return i - name == end - start && Words.same(text, start, end, name, i);
    }
}
