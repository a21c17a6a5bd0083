package io.awsmasker.claude;

/** What the gateway does with an endpoint. */
public sealed interface Treatment {
    /** The body is masked on its way out and restored on its way back. */
    Treatment MASKED = new Masked();
    /** No body goes out; the answer is restored. */
    Treatment PASSED = new Passed();
    /** The gateway answers by itself and nothing goes out. */
    Treatment ANSWERED = new Answered();

    /** See {@link #MASKED}. */
    record Masked() implements Treatment {}

    /** See {@link #PASSED}. */
    record Passed() implements Treatment {}

    /** See {@link #ANSWERED}. */
    record Answered() implements Treatment {}

    /**
     * Refused as a known feature.
     *
     * @param reason ends a sentence that begins with the path
     */
    record Refused(String reason) implements Treatment {}
}
