/**
 * Command lines: options of the AWS CLI and of other programs, profiles, loops of shells.
 */
@NullMarked
package io.awsmasker.detect.command;

import org.jspecify.annotations.NullMarked;
