/**
 * Whether a word can be a name, once something has said that one is expected there. Refuses what names itself, what
 * everybody says and what a program computes.
 */
@NullMarked
package io.awsmasker.detect.name;

import org.jspecify.annotations.NullMarked;
