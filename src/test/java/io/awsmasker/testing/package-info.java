/** Real counterparts for tests: a Claude API that checks what it receives, and a Redis server that can be broken. */
@NullMarked
package io.awsmasker.testing;

import org.jspecify.annotations.NullMarked;
