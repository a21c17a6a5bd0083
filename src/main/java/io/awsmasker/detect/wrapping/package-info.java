/**
 * Texts inside a text, each in a form of its own: percent signs, entities, escapes, doubled quotes, margins. Gives
 * what they say and the way back to where it stands.
 */
@NullMarked
package io.awsmasker.detect.wrapping;

import org.jspecify.annotations.NullMarked;
