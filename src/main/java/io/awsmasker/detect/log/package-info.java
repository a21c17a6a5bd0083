/**
 * Lines that tools print in a form of their own: access logs, events of stacks, listings, locks. Places instead of
 * keys say what stands there.
 */
@NullMarked
package io.awsmasker.detect.log;

import org.jspecify.annotations.NullMarked;
