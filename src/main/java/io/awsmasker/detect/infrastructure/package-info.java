/**
 * What infrastructure code calls things: resources of CloudFormation and Terraform, services, stages of pipelines,
 * tasks.
 */
@NullMarked
package io.awsmasker.detect.infrastructure;

import org.jspecify.annotations.NullMarked;
