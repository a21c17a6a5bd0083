/** What operators see: health, metrics and the analyze endpoints. */
@NullMarked
package io.awsmasker.operations;

import org.jspecify.annotations.NullMarked;
