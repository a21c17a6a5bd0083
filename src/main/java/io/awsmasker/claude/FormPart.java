package io.awsmasker.claude;

import org.jspecify.annotations.Nullable;

/**
 * A part of a form that was uploaded.
 *
 * @param name the field
 * @param filename null for a field that is no file
 * @param contentType as its sender wrote it; null when it says nothing
 * @param content the bytes of the part
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record FormPart(
        String name, @Nullable String filename, @Nullable String contentType, byte[] content) {}
