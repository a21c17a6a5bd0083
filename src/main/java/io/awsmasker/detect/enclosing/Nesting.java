package io.awsmasker.detect.enclosing;

import io.awsmasker.detect.catalogue.IdentifierType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the brackets around a place belong to: inside {@code "Buckets": [{…}]} a plain {@code Name} is a bucket's name, and
 * directly inside {@code "Buckets": {…}} each key is one.
 * Brackets in strings may unbalance it; then a name is missed or found, but nothing breaks.
 */
public final class Nesting {
    private static final int DEEPEST = 64;
    private static final int SHALLOW = 8;

    /** What each bracket says; made when the first one is met. */
    private @Nullable IdentifierType[] owners = {};

    private boolean[] maps = {};
    private boolean[] requests = {};
    private boolean[] resources = {};
    private int depth;
    private int expectedAt = -1;
    private @Nullable IdentifierType expected;
    private boolean expectedMap;
    private int requestAt = -1;
    private int resourceAt = -1;

    /** Says that a bracket at {@code at} belongs to {@code owner}; {@code map} if its keys are names of that type. */
    public void expect(int at, @Nullable IdentifierType owner, boolean map) {
        expectedAt = at;
        expected = owner;
        expectedMap = map;
    }

    /** Says that the bracket at {@code at} holds what was asked of AWS. */
    public void expectRequest(int at) {
        requestAt = at;
    }

    /** Says that the bracket at {@code at} holds what describes one resource of AWS, of whatever type. */
    public void expectResource(int at) {
        resourceAt = at;
    }

    /** Enters the bracket at {@code at}; what no key announced belongs to what surrounds it. */
    public void open(int at) {
        IdentifierType owner = at == expectedAt ? expected : owner();
        if (depth < DEEPEST) {
            if (depth == owners.length) {
                deepen();
            }
            owners[depth] = owner;
            maps[depth] = at == expectedAt && expectedMap;
            requests[depth] = at == requestAt;
            resources[depth] = at == resourceAt;
        }
        depth++;
    }

    private void deepen() {
        int size = Math.max(SHALLOW, depth * 2);
        owners = Arrays.copyOf(owners, size);
        maps = Arrays.copyOf(maps, size);
        requests = Arrays.copyOf(requests, size);
        resources = Arrays.copyOf(resources, size);
    }

    /**
     * What the name or id in an object of {@code owner} is: of an account not its number but the long one that S3 shows, of a
     * hosted zone its domain.
     */
    public static IdentifierType member(IdentifierType owner, boolean name) {
        return switch (owner) {
            case ACCOUNT -> IdentifierType.CANONICALID;
            case ZONE -> name ? IdentifierType.DOMAIN : owner;
            default -> owner;
        };
    }

    public void close() {
        depth = Math.max(0, depth - 1);
    }

    /** In how many brackets the place stands. */
    public int depth() {
        return depth;
    }

    @Nullable
    public IdentifierType owner() {
        return depth > 0 && depth <= DEEPEST ? owners[depth - 1] : null;
    }

    /** The owner, or what has the name, or the id, that stands directly in a request or a resource. */
    @Nullable
    public IdentifierType named(boolean id) {
        IdentifierType owner = owner();
        boolean own = owner == null && (id ? within(requests) : described());
        return own ? IdentifierType.RES : owner;
    }

    /** Whether the keys directly inside the bracket describe a resource of AWS, or ask for one. */
    public boolean described() {
        return within(requests) || within(resources);
    }

    private boolean within(boolean[] marks) {
        return depth > 0 && depth <= DEEPEST && marks[depth - 1];
    }

    /** Whether the keys directly inside the bracket are names of the owner's type. */
    public boolean keysAreNames() {
        return within(maps);
    }
}
