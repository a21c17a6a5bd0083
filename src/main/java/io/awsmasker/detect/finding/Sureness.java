package io.awsmasker.detect.finding;

/** How sure a proposal is, from least to most: of two that are equally wide the surer one says what the span is. */
enum Sureness {
    /** Taken back, because a line said that it is no name. */
    WITHDRAWN,

    /** A word that stands where names stand. */
    NAME,

    /** What can be nothing but a name where it stands, as in an ARN, however common a word it is. */
    PLACED,

    /** Text that is an identifier by itself. */
    SHAPE,

    /** What stands between two escapes of something that was found as a whole: it says nothing alone. */
    STRETCH;

    /** Whether only what stands around it says that it is an identifier. */
    boolean bySurroundings() {
        return this == NAME || this == PLACED;
    }
}
