/** What the operator decided, read and checked at the start; it knows nothing of the route. */
@NullMarked
package io.awsmasker.gateway.settings;

import org.jspecify.annotations.NullMarked;
