package io.awsmasker.claude;

/** What the gateway does with an endpoint. */
public sealed interface Treatment {
    /** The body is masked as a whole on its way out, and the answer is restored. */
    Treatment MASKED = new Masked();
    /** The body is a list of messages bodies, masked one after another while it is read. */
    Treatment BATCH = new Batch();
    /** The body is a form with files, masked as a whole. */
    Treatment UPLOAD = new Upload();
    /** No body goes out; the answer is one JSON object, restored. */
    Treatment PASSED = new Passed(Form.OBJECT);
    /** No body goes out; the answer is restored line by line. */
    Treatment LINES = new Passed(Form.LINES);
    /** No body goes out; the answer is a file, restored if it is text. */
    Treatment CONTENT = new Passed(Form.CONTENT);
    /** The gateway answers by itself and nothing goes out. */
    Treatment ANSWERED = new Answered();

    /** How an answer is written. */
    enum Form {
        /** One JSON value, or a stream of events if it says so. */
        OBJECT,
        /** A JSON value on each line. */
        LINES,
        /** The bytes of a file. */
        CONTENT
    }

    /** See {@link #MASKED}. */
    record Masked() implements Treatment {}

    /** See {@link #BATCH}. */
    record Batch() implements Treatment {}

    /** See {@link #UPLOAD}. */
    record Upload() implements Treatment {}

    /** See {@link #PASSED}, {@link #LINES} and {@link #CONTENT}. */
    record Passed(Form answer) implements Treatment {}

    /** See {@link #ANSWERED}. */
    record Answered() implements Treatment {}

    /**
     * Refused as a known feature.
     *
     * @param sentence names the feature and says why
     */
    record Refused(String sentence) implements Treatment {}
}
