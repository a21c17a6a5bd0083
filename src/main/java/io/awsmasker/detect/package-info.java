/** Text in, findings out: the catalogue of AWS identifier types and the scanner. Pure Java that knows neither JSON nor tokens nor the network. */
@NullMarked
package io.awsmasker.detect;

import org.jspecify.annotations.NullMarked;
