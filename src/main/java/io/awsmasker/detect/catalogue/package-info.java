/**
 * What is looked for: the one table of identifier types, its families and policies, and the look-ups by key and word
 * that are made of it. A new type is an entry here and nowhere else.
 */
@NullMarked
package io.awsmasker.detect.catalogue;

import org.jspecify.annotations.NullMarked;
