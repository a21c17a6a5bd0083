package io.awsmasker.endtoend;

/** The acceptance set with the official TypeScript SDK. */
class TypeScriptSdkAcceptanceIT extends Acceptance {
    TypeScriptSdkAcceptanceIT() {
        super(new TypeScriptSdk());
    }
}
