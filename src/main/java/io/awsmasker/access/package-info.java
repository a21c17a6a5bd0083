/** Who calls: client credentials and the tenant that they stand for. */
@NullMarked
package io.awsmasker.access;

import org.jspecify.annotations.NullMarked;
