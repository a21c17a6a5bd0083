/** One Redis connection per mode, made from validated settings. No other room knows how Redis is reached. */
@NullMarked
package io.awsmasker.redis;

import org.jspecify.annotations.NullMarked;
