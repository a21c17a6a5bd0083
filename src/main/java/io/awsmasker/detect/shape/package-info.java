/**
 * What names itself wherever it stands: ARNs, hosts, ids with prefixes, addresses, numbers. Found from an anchor in
 * the middle, read to both sides.
 */
@NullMarked
package io.awsmasker.detect.shape;

import org.jspecify.annotations.NullMarked;
