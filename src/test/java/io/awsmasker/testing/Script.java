package io.awsmasker.testing;

/** The part of the model: answers a question. It runs on the event loop of the fake and must not block. */
@FunctionalInterface
public interface Script {
    Reply answer(Question question);
}
