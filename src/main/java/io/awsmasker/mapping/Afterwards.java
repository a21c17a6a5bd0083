package io.awsmasker.mapping;

import io.awsmasker.mapping.Texts.Text;
import io.vertx.core.Future;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a call leaves for after its answer: making halves final, taking back claims of lost races, and keeping used
 * mappings alive. Nothing depends on it, since the next reader does what was left undone.
 *
 * <p>A time to live is refreshed at the unmask key first and at the mask key after that, and the unmask key lives twice
 * as long: so while a text leads to a token, that token leads back.
 */
final class Afterwards {
    private static final Logger LOG = Logger.getLogger(Afterwards.class);

    private final Trips trips;
    private final HalfStore halves;

    Afterwards(Trips trips, HalfStore halves) {
        this.trips = trips;
        this.halves = halves;
    }

    void run() {
        trips.run().onFailure(fault -> LOG.debug("mappings were used but not refreshed"));
    }

    /** Both halves agree. */
    void complete(Text text, String token, Half seen) {
        halves.swapUnmask(token, seen, Half.complete(text.stored()));
        halves.swapMask(text.name(), Half.provisional(token), Half.complete(token));
    }

    /** A number that was not needed; its token never meant anything to anybody. */
    void withdraw(String token, Half claim) {
        halves.swapUnmask(token, claim, null);
    }

    /**
     * A mapping was used.
     *
     * @param name the name of its text
     * @param stored the stored form that its unmask key shall have
     * @param found the stored form that it is expected to have
     */
    void used(String name, String stored, String found, String token) {
        halves.swapUnmask(token, Half.complete(found), Half.complete(stored)).onSuccess(now -> {
            if (now == null) {
                repair(name, stored, token);
            } else if (now.content().equals(stored) || now.content().equals(found)) {
                if (!now.isFinal()) {
                    halves.swapUnmask(token, now, Half.complete(stored));
                }
                refreshMask(name, token);
            } else if (now.isFinal()) {
                halves.swapMask(name, Half.complete(token), null);
            }
        });
    }

    /** A mapping was found in the other form. */
    void adopt(Text text, String token) {
        String other = text.otherStored();
        if (other != null) {
            used(text.name(), text.stored(), other, token);
        }
    }

    private Future<@Nullable Half> refreshMask(String name, String token) {
        return halves.swapMask(name, Half.complete(token), Half.complete(token))
                .compose(now ->
                        now != null ? Future.succeededFuture(now) : halves.swapMask(name, null, Half.complete(token)));
    }

    /** Not when the mask key has gone too: then the mapping was erased, and must not come back. */
    private void repair(String name, String stored, String token) {
        halves.swapMask(name, Half.complete(token), Half.complete(token)).onSuccess(now -> {
            if (now != null && now.content().equals(token)) {
                halves.swapUnmask(token, null, Half.complete(stored));
            }
        });
    }
}
