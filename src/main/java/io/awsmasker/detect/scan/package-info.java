/**
 * One pass over a text that calls the recogniser of each anchor. This is where a byte of a text meets the rooms
 * below.
 */
@NullMarked
package io.awsmasker.detect.scan;

import org.jspecify.annotations.NullMarked;
