/** Tests of the packaged program, run as its users run it: a process of its own, settings in the environment. */
@NullMarked
package io.awsmasker.endtoend;

import org.jspecify.annotations.NullMarked;
