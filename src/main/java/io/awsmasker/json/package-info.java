/** Rewrites string values inside JSON bytes without touching any other byte. Knows positions and paths, not what they mean. */
@NullMarked
package io.awsmasker.json;

import org.jspecify.annotations.NullMarked;
