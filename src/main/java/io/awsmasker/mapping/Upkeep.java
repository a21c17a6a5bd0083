package io.awsmasker.mapping;

import java.util.concurrent.CompletionStage;

/** What operators do to mappings: take away what is no longer wanted. Numbers that were given out stay given out. */
public interface Upkeep {
    /**
     * Erases one value of a tenant and its token; hashes of texts that held it stay until their time is over.
     *
     * @return how many tokens stood for it
     */
    CompletionStage<Long> erase(Tenant tenant, String value);

    /**
     * Erases all mappings of a tenant.
     *
     * @return how many there were
     */
    CompletionStage<Long> eraseAll(Tenant tenant);

    /** Removes what has expired, is broken, or is more than there may be. */
    CompletionStage<Cleanup> cleanup();

    /**
     * What a cleanup did.
     *
     * @param ran false when another instance was at it, and nothing was done here
     * @param expired mappings removed because their time since the last use was over
     * @param broken mappings removed of which one half was lost
     * @param overLimit mappings removed because there were too many, the least recently used ones
     * @param kept mappings that are left
     */
    record Cleanup(boolean ran, long expired, long broken, long overLimit, long kept) {
        static final Cleanup ELSEWHERE = new Cleanup(false, 0, 0, 0, 0);
    }
}
