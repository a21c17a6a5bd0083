/**
 * Bytes of a text and where words begin and end in them, whatever they mean. Everything above reads texts through
 * this room, so that an escape or a colour of a terminal is understood in one place.
 */
@NullMarked
package io.awsmasker.detect.bytes;

import org.jspecify.annotations.NullMarked;
