package io.awsmasker.detect;

import java.util.List;

/**
 * How the identifiers of one type are recognised. An entry of the catalogue is written as one chain of these calls; the
 * scanner's tables are read from the finished object, which never changes after the catalogue is loaded.
 */
final class Grammar {
    /** What a value found under a key must look like. */
    enum Value {
        NAME,
        PATH,
        ABSOLUTE,
        BUCKET,
        ID,
        PREFIXED,
        CANONICAL,
        ACCOUNT,
        UUID,
        ZONE,
        DISTRIBUTION,
        APIID,
        SECRET,
        CVV
    }

    private List<String> ids = List.of();
    private List<String> keys = List.of();
    private List<String> arns = List.of();
    private List<String> hosts = List.of();
    private List<String> examples = List.of();
    private List<String> counterExamples = List.of();
    private Value value = Value.NAME;
    private boolean secret;

    private Grammar() {}

    static Grammar by() {
        return new Grammar();
    }

    /** Prefixed ids, each as {@code "prefix tail"}; the tail is described at {@link IdTail}. */
    Grammar ids(String... prefixesAndTails) {
        ids = List.of(prefixesAndTails);
        return this;
    }

    /**
     * Names of keys in lower case without separators; with a leading {@code *} longer keys whose last words are
     * these count too, with two any key that ends so.
     */
    Grammar keys(String... names) {
        keys = List.of(names);
        return this;
    }

    /** Parts of ARNs as {@code service:type} or {@code service:*}; {@code /2} means the second name behind the type. */
    Grammar arns(String... parts) {
        arns = List.of(parts);
        return this;
    }

    /** Service labels of host names in front of which a customer's labels stand. */
    Grammar hosts(String... labels) {
        hosts = List.of(labels);
        return this;
    }

    Grammar value(Value shape) {
        value = shape;
        return this;
    }

    Grammar secret() {
        secret = true;
        return this;
    }

    Grammar examples(String... texts) {
        examples = List.of(texts);
        return this;
    }

    Grammar counterExamples(String... texts) {
        counterExamples = List.of(texts);
        return this;
    }

    List<String> ids() {
        return ids;
    }

    List<String> keys() {
        return keys;
    }

    List<String> arns() {
        return arns;
    }

    List<String> hosts() {
        return hosts;
    }

    List<String> examples() {
        return examples;
    }

    List<String> counterExamples() {
        return counterExamples;
    }

    Value value() {
        return value;
    }

    boolean isSecret() {
        return secret;
    }

    /** Whether a value of this type may stand somewhere without being found there; prefixed ids are found everywhere. */
    boolean dependsOnSurroundings() {
        return ids.isEmpty();
    }
}
