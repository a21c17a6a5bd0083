package io.awsmasker.access;

/**
 * A credential for the Claude API and the header that carries it.
 *
 * @param header {@code x-api-key} or {@code authorization}
 * @param value as it stands in the header; never logged
 */
public record Credential(String header, String value) {
    @Override
    public String toString() {
        return "Credential[header=" + header + "]";
    }
}
