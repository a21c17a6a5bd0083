/**
 * What stands under a key, behind an option or in a call: one value or a list, quoted or bare, and what its form says
 * of it.
 */
@NullMarked
package io.awsmasker.detect.value;

import org.jspecify.annotations.NullMarked;
