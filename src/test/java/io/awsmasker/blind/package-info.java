/** A measurement of the detection by texts that know nothing of it: templates of real formats, filled with made-up identifiers. */
@NullMarked
package io.awsmasker.blind;

import org.jspecify.annotations.NullMarked;
