/** Tokens: masks a text, restores a text, restores a stream piece by piece. The only room that knows what a token looks like. */
@NullMarked
package io.awsmasker.mask;

import org.jspecify.annotations.NullMarked;
