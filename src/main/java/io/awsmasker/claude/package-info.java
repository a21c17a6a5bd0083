/** All knowledge of the Claude API: endpoints, which position carries text, events and deltas of streams, error bodies. */
@NullMarked
package io.awsmasker.claude;

import org.jspecify.annotations.NullMarked;
