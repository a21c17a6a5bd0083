package io.awsmasker.detect.catalogue;

/**
 * A stretch between two escapes of something that was found as a whole. The escapes stay, so that every one of them comes
 * back as it was written; what the stretch says alone may rightly stand elsewhere.
 */
public record Part(FindingType whole) implements FindingType {
    @Override
    public String tokenClass() {
        return whole.tokenClass();
    }

    @Override
    public String setting() {
        return whole.setting();
    }

    @Override
    public boolean secret() {
        return whole.secret();
    }
}
