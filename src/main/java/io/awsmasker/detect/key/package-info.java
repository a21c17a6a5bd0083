/**
 * What a key says of the value under it, alone or together with what stands beside and around both. The first that
 * knows decides, and what only guesses is asked last.
 */
@NullMarked
package io.awsmasker.detect.key;

import org.jspecify.annotations.NullMarked;
