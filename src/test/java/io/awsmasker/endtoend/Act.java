package io.awsmasker.endtoend;

/** What a program does with an official client: each is one run of the acceptance set. */
enum Act {
    PLAIN,
    STREAMED,
    /** A call of a tool, its output, the answer to it. */
    TOOLS,
    TOOLS_STREAMED,
    COUNT,
    /** Made and its results read where the client looks for them. */
    BATCH,
    /** Uploaded, looked up, downloaded, used in a question. */
    FILE,
    /** As plain, with the retries that the client makes by itself. */
    RETRIED,
    /** A stream that the program gives up when the first text has come. */
    ABORT,
    /** The text thirty times over. */
    LARGE,
    /** An image, which nobody can mask. */
    IMAGE,
    /** An address that Claude would read past the gateway. */
    URL
}
