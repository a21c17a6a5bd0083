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
class InFlight {
    /** A body, its index, what was found in it and its masked copy, in bytes for each byte of the body. */
    private static final int COST = 8;

    private final long budget = Runtime.getRuntime().maxMemory() / 4 * 3;
    private final AtomicLong taken = new AtomicLong();

    /** Takes room for a request with this body until it ends, or refuses it. */
    void admit(Exchange exchange, int bodyLength) {
        long cost = (long) bodyLength * COST;
        if (taken.addAndGet(cost) > budget) {
            taken.addAndGet(-cost);
            throw new Refusal(
                    ErrorCode.OVERLOADED, "the requests that are being masked take all the memory there is for them");
        }
        exchange.routing().addEndHandler(ended -> taken.addAndGet(-cost));
    }
}
