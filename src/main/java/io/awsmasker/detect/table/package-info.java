/**
 * Rows and columns: tables drawn with pipes, values separated by commas and tabs.
 */
@NullMarked
package io.awsmasker.detect.table;

import org.jspecify.annotations.NullMarked;
