package io.awsmasker.mask;

/** A text with more identifiers than one request may have; masking them would take the memory of all others. */
public final class TooManyIdentifiers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyIdentifiers(int most) {
        super("the request holds more than " + most + " identifiers; send less at once", null, false, false);
    }
}
