package io.awsmasker.endtoend;

import java.util.List;

/** A program of the field that talks to Claude, as the acceptance set drives it. */
interface ApiClient {
    /**
     * What the program is given.
     *
     * @param conversation the user's id in the metadata
     * @param text what the user says
     * @param toolOutput what the tool answers
     * @param name a name that holds an identifier, fit for a request of a batch and for a file
     */
    record Task(String conversation, String text, String toolOutput, String name) {}

    /**
     * What the program saw.
     *
     * @param texts answers, in the order of the act
     * @param inputs the command of each tool call
     * @param status the HTTP status of an error, 0 when there was none or no error
     * @param message what the program was told of an error; empty when there was none
     */
    record Outcome(List<String> texts, List<String> inputs, int status, String message) {
        static Outcome of(String... texts) {
            return new Outcome(List.of(texts), List.of(), 0, "");
        }

        static Outcome failed(int status, String message) {
            return new Outcome(List.of(), List.of(), status, message);
        }
    }

    Outcome act(Act act, String baseUrl, Task task);
}
