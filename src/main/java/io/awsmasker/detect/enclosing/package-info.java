/**
 * What holds the place that is being read: brackets of JSON and programs, records of YAML.
 */
@NullMarked
package io.awsmasker.detect.enclosing;

import org.jspecify.annotations.NullMarked;
