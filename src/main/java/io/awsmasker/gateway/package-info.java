/** The route: the named stages of a request's life, the upstream client and the header policy. */
@NullMarked
package io.awsmasker.gateway;

import org.jspecify.annotations.NullMarked;
