/**
 * Text in, findings out: the catalogue of AWS identifier types and the scanner. Pure Java that knows neither JSON nor tokens nor
 * the network; other rooms see the detector, the catalogue and the findings. A text is read by {@code scan}, whose recognisers
 * ({@code shape}, {@code secret}, {@code key}, {@code command}, {@code prose}, …) propose what {@code finding} settles.
 */
@NullMarked
package io.awsmasker.detect;

import org.jspecify.annotations.NullMarked;
