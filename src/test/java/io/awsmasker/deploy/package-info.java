/** What stands under {@code deploy}, in the Dockerfiles and in the documents, checked against the program and the models. */
@NullMarked
package io.awsmasker.deploy;

import org.jspecify.annotations.NullMarked;
