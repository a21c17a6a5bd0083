package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what all requests together may take of the heap, so that many large bodies at once are refused one by one instead
 * of ending the process for all.
 */
@Singleton
public class InFlight {
    /** A body, its index, what was found in it and its masked copy, in bytes for each byte of the body. */
    static final int COST = 8;

    /** A body that is being read, and the copy that is made of it when it is complete. */
    static final int READING = 2;

    private final long budget = Runtime.getRuntime().maxMemory() / 4 * 3;
    private final AtomicLong taken = new AtomicLong();

    /** Room for a request, nothing at first; it is free again when the exchange ends. */
    Room room(Exchange exchange) {
        Room room = new Room();
        exchange.routing().addEndHandler(ended -> room.free());
        return room;
    }

    /** What all requests together take now, in bytes of the heap. */
    public long taken() {
        return taken.get();
    }

    /** What one request takes. */
    final class Room {
        private long size;
        private boolean over;

        /** Takes as much as this from now on, or refuses and leaves it as it was. */
        synchronized void resize(long bytes) {
            if (over) {
                return;
            }
            long more = bytes - size;
            if (taken.addAndGet(more) > budget && more > 0) {
                taken.addAndGet(-more);
                throw new Refusal(
                        ErrorCode.OVERLOADED,
                        "the requests that are being masked take all the memory there is for them");
            }
            size = bytes;
        }

        private synchronized void free() {
            over = true;
            taken.addAndGet(-size);
            size = 0;
        }
    }
}
