package io.awsmasker.claude;

import io.awsmasker.mask.Restoration;
import java.util.Map;
import java.util.Set;

/**
 * A request that may leave, once it is proved.
 *
 * @param body the bytes to send
 * @param restoration puts the originals back into the answer
 * @param concealed originals that must not stand in {@code body}
 * @param counts how often each class of token was put in
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record MaskedRequest(byte[] body, Restoration restoration, Set<String> concealed, Map<String, Integer> counts) {}
