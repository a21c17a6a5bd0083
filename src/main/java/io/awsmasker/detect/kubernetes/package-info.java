/**
 * Objects of Kubernetes that hold secrets or say which secret of AWS they mean. Their keys are the user's own, so
 * that the object's kind must tell.
 */
@NullMarked
package io.awsmasker.detect.kubernetes;

import org.jspecify.annotations.NullMarked;
