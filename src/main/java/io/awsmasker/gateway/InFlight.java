package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what all requests and answers together may take of the heap, so that many large ones at once are refused one by one
 * instead of ending the process for all.
 */
@Singleton
public class InFlight {
    /** A body, its index, what was found in it and its masked copy, in bytes for each byte of the body. */
    static final int COST = 8;

    /** The same without what was found in it. */
    private static final int COST_WITHOUT_VALUES = 4;

    /** Where something is to be replaced, and by what. */
    private static final int PLACE = 160;

    /** A body that is being read, and the copy that is made of it when it is complete. */
    static final int READING = 2;

    /** An event of a stream: its text is read, restored, escaped and written, and waits for the client. */
    static final int EVENT_COST = 16;

    /** What is kept of one masked value until the answer has ended. */
    static final int KEPT = 400;

    private final long heap;
    private final AtomicLong taken = new AtomicLong();

    InFlight() {
        this(Runtime.getRuntime().maxMemory());
    }

    /** @param heap its size in bytes */
    InFlight(long heap) {
        this.heap = heap;
    }

    /** Room for a request, nothing at first; it is free again when the exchange ends. */
    public Room ofRequest(RoutingContext routing) {
        return room(routing, heap / 8 * 5, ErrorCode.REQUEST_TOO_LARGE);
    }

    /** Room for an answer. Some is left for them by the requests: an answer that finds none is lost, and was paid for. */
    Room ofAnswer(RoutingContext routing) {
        return room(routing, heap / 8 * 6, ErrorCode.OVERLOADED);
    }

    /** Reads the body of a request that goes through no stages, as long as there is room for it. */
    public Future<Buffer> body(RoutingContext routing, Room room) {
        return RequestBody.read(routing.request(), length -> room.resize(length * COST));
    }

    private Room room(RoutingContext routing, long limit, ErrorCode neverFits) {
        Room room = new Room(limit, neverFits);
        routing.addEndHandler(ended -> room.free());
        return room;
    }

    /** What a body takes in which this many values are masked in so many places. */
    public static long cost(int body, int places, int values) {
        long found = (long) places * PLACE + (long) values * KEPT;
        return (long) body * COST_WITHOUT_VALUES + found;
    }

    /** What all requests and answers together take now, in bytes of the heap. */
    public long taken() {
        return taken.get();
    }

    /** What one request or answer takes. */
    public final class Room {
        private final long limit;
        private final ErrorCode neverFits;
        private long size;
        private boolean over;

        private Room(long limit, ErrorCode neverFits) {
            this.limit = limit;
            this.neverFits = neverFits;
        }

        /** Takes as much as this from now on, or refuses and leaves it as it was. */
        synchronized void resize(long bytes) {
            if (over) {
                return;
            }
            if (bytes > limit) {
                throw new Refusal(
                        neverFits,
                        "it takes more memory than this instance has for all requests and answers; send less at once,"
                                + " or give the instance more memory");
            }
            long more = bytes - size;
            if (taken.addAndGet(more) > limit && more > 0) {
                taken.addAndGet(-more);
                throw new Refusal(
                        ErrorCode.OVERLOADED,
                        "the requests and answers that are open take all the memory there is for them");
            }
            size = bytes;
        }

        /** Takes no less than this from now on, or refuses and leaves it as it was. */
        public synchronized void grow(long bytes) {
            if (bytes > size) {
                resize(bytes);
            }
        }

        /** Takes no more than this from now on. */
        synchronized void shrink(long bytes) {
            if (bytes < size) {
                resize(bytes);
            }
        }

        private synchronized void free() {
            over = true;
            taken.addAndGet(-size);
            size = 0;
        }
    }
}
