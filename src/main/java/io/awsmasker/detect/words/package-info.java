/**
 * Words that mean the same to everybody: of languages, of AWS, of documents. None of them is a name of a customer,
 * and every list of such words that more than one recogniser asks is kept here.
 */
@NullMarked
package io.awsmasker.detect.words;

import org.jspecify.annotations.NullMarked;
