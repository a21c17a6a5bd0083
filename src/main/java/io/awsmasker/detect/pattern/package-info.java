/**
 * Regular expressions of the user's own as one table that is read in linear time. Knows patterns and bytes, not what
 * is looked for.
 */
@NullMarked
package io.awsmasker.detect.pattern;

import org.jspecify.annotations.NullMarked;
