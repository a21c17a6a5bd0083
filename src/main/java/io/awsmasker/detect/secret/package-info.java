/**
 * Credentials and other secrets: by their own letters, or by the word, the place or the key in front of them.
 */
@NullMarked
package io.awsmasker.detect.secret;

import org.jspecify.annotations.NullMarked;
