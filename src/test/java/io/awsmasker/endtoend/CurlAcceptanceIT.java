package io.awsmasker.endtoend;

/** The acceptance set with curl. */
class CurlAcceptanceIT extends Acceptance {
    CurlAcceptanceIT() {
        super(new Curl());
    }
}
