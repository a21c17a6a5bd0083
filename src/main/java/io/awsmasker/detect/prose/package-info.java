/**
 * Names in sentences, as people, consoles and messages of errors write them. Only the words around a name tell of it,
 * so that each look goes a bounded way to either side.
 */
@NullMarked
package io.awsmasker.detect.prose;

import org.jspecify.annotations.NullMarked;
