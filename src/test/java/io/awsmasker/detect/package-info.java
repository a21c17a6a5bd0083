@NullMarked
package io.awsmasker.detect;

import org.jspecify.annotations.NullMarked;
