package io.awsmasker.mapping;

import io.awsmasker.mapping.StoredTexts.Text;
import io.vertx.core.Future;
import org.jboss.logging.Logger;

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

    /** Completes when all is done, or has failed. */
    Future<Void> run() {
        return trips.run().onFailure(fault -> LOG.debug("mappings were used but not refreshed"));
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

    /** The token of a text was read; a mask key that has gone since then was erased and does not come back. */
    void used(Text text, String token) {
        refresh(text.name(), text.stored(), text.stored(), token, false);
    }

    /** The text of a token was read, so that the text has to lead to this token if it leads to none. */
    void restored(String name, String stored, String token) {
        refresh(name, stored, stored, token, true);
    }

    /** A mapping was found in the other form. */
    void adopt(Text text, String token) {
        String other = text.otherStored();
        if (other != null) {
            refresh(text.name(), text.stored(), other, token, true);
        }
    }

    private void refresh(String name, String stored, String found, String token, boolean revive) {
        halves.swapUnmask(token, Half.complete(found), Half.complete(stored)).onSuccess(now -> {
            if (now == null) {
                repair(name, stored, token);
            } else if (now.content().equals(stored) || now.content().equals(found)) {
                if (!now.isFinal()) {
                    halves.swapUnmask(token, now, Half.complete(stored));
                }
                halves.swapMask(name, Half.complete(token), Half.complete(token))
                        .onSuccess(mask -> {
                            if (mask == null && revive) {
                                halves.swapMask(name, null, Half.complete(token));
                            }
                        });
            } else if (now.isFinal()) {
                halves.swapMask(name, Half.complete(token), null);
            }
        });
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
