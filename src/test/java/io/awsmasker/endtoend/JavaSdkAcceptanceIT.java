package io.awsmasker.endtoend;

/** The acceptance set with the official Java SDK. */
class JavaSdkAcceptanceIT extends Acceptance {
    JavaSdkAcceptanceIT() {
        super(new JavaSdk());
    }
}
