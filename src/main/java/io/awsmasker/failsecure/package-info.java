/** What keeps an unmasked byte inside: the error codes, the guard around the store and the proof of every outgoing body. */
@NullMarked
package io.awsmasker.failsecure;

import org.jspecify.annotations.NullMarked;
