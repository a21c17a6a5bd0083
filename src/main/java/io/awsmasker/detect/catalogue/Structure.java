package io.awsmasker.detect.catalogue;

/**
 * A whole ARN or URL that becomes one token, because it holds something that must not be seen and structure is not to be
 * kept. Its policy is the strictest of the parts that were found in it.
 */
public record Structure(String tokenClass, Policy policy) implements FindingType {
    public static final String ARN = "ARN";
    public static final String URL = "URL";

    @Override
    public String setting() {
        return "masker.preserve-structure";
    }
}
