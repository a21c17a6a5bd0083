package io.awsmasker.detect.finding;

import java.util.List;

/**
 * What stands in texts that were sent one after another.
 *
 * @param findings for each passage what was known when its turn was sent, in ascending order and never overlapping
 * @param late for each passage the names in it that only a later turn revealed; they have left before they were known
 */
public record Found(List<List<Finding>> findings, List<List<Finding>> late) {
    public static boolean overlaps(List<Finding> ascending, Finding one) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle).end() <= one.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < ascending.size() && ascending.get(low).start() < one.end();
    }
}
