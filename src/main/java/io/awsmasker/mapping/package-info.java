/** Original to token and back, per tenant: the interface, the Redis store, the in-memory store and the near cache. */
@NullMarked
package io.awsmasker.mapping;

import org.jspecify.annotations.NullMarked;
