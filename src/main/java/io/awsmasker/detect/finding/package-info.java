/**
 * From proposals to findings: what the recognisers propose for a passage, what is remembered of the others, what is
 * settled and which policy applies. Recognisers propose in any order and know nothing of each other.
 */
@NullMarked
package io.awsmasker.detect.finding;

import org.jspecify.annotations.NullMarked;
