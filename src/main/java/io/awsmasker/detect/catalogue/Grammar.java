package io.awsmasker.detect.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the identifiers of one type are recognised. An entry of the catalogue is written as one chain of these calls; the
 * scanner's tables are read from the finished object, which never changes after the catalogue is loaded.
 */
public final class Grammar {
    /** The kinds of words by which a type is found; a recogniser makes its look-up from one of them. */
    public enum Column {
        ID,
        KEY,
        VAGUE,
        HOLDER,
        ARN,
        HOST,
        DOMAIN,
        KIND,
        CALL,
        OPTION,
        TERRAFORM,
        BLOCK,
        CONSOLE
    }

    /** What a value found under a key must look like. */
    public enum Value {
        NAME,
        PATH,
        ABSOLUTE,
        BUCKET,
        ID,
        PREFIXED,
        PRINCIPAL,
        CANONICAL,
        ACCOUNT,
        UUID,
        ZONE,
        CLIENT,
        DISTRIBUTION,
        APIID,
        AGENTID,
        SECRET,
        CVV
    }

    private final Map<Column, List<String>> words = new EnumMap<>(Column.class);
    private List<String> examples = List.of();
    private List<String> counterExamples = List.of();
    private Value value = Value.NAME;
    private boolean secret;

    private Grammar() {}

    static Grammar by() {
        return new Grammar();
    }

    /** Prefixed ids, each as {@code "prefix tail"}; the tail is described at {@code IdTail}. */
    Grammar ids(String... prefixesAndTails) {
        return put(Column.ID, prefixesAndTails);
    }

    /**
     * Names of keys in lower case without separators; with a leading {@code *} longer keys whose last words are
     * these count too, with two any key that ends so.
     */
    Grammar keys(String... names) {
        return put(Column.KEY, names);
    }

    /**
     * Names of keys that programs have for other things too, written like {@link #keys}: what stands under them is a name of
     * this type only if hyphens join its words. An entry may hold several, with spaces between them.
     */
    Grammar vague(String... names) {
        return put(Column.VAGUE, String.join(" ", names).split(" "));
    }

    /**
     * Keys of objects and lists, written like {@link #keys}, whose plain name or id is one of this type,
     * though nothing but a bracket behind them says so.
     */
    Grammar holders(String... names) {
        return put(Column.HOLDER, names);
    }

    /** Parts of ARNs as {@code service:type} or {@code service:*}; {@code /2} means the second name behind the type. */
    Grammar arns(String... parts) {
        return put(Column.ARN, parts);
    }

    /** Service labels of host names in front of which a customer's labels stand. */
    Grammar hosts(String... labels) {
        return put(Column.HOST, labels);
    }

    /** Domains, each with the dot in front, in which whatever stands left of the customer's labels is of this type. */
    Grammar domains(String... suffixes) {
        return put(Column.DOMAIN, suffixes);
    }

    /**
     * What sentences and messages of errors call it, in small letters; the name stands behind. In sentences a name with
     * a digit may also stand in front of a word with a leading {@code *}, and any name with two; a final {@code ?} marks a
     * word of everyday, beside which a name has a digit, and two a word that tells nothing in sentences. In messages of
     * errors a final {@code !} marks a word of AWS alone, behind which a plain word is a name too, and a leading {@code ~}
     * one that tells nothing there.
     */
    Grammar called(String... kinds) {
        return put(Column.KIND, kinds);
    }

    /**
     * Calls of programs whose first argument is a name, in small letters; {@code service.call} if programs have the word
     * for other things too, so that a service must stand in what it is called on.
     */
    Grammar calls(String... words) {
        return put(Column.CALL, words);
    }

    /**
     * Options of the AWS CLI, or of {@code eksctl}, that no key tells, as {@code "service option"}; a service alone stands
     * for its {@code --name} and {@code --names}.
     */
    Grammar options(String... servicesAndOptions) {
        return put(Column.OPTION, servicesAndOptions);
    }

    /** Terraform's types of resources whose {@code name} or {@code id} it is, without {@code aws_}. */
    Grammar terraform(String... types) {
        return put(Column.TERRAFORM, types);
    }

    /** Blocks inside of Terraform's resources whose {@code name} or {@code id} it is. */
    Grammar blocks(String... words) {
        return put(Column.BLOCK, words);
    }

    /** Words in links to the console behind which it stands, as they are written there. */
    Grammar console(String... parts) {
        return put(Column.CONSOLE, parts);
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

    private Grammar put(Column column, String... entries) {
        words.put(column, List.of(entries));
        return this;
    }

    /** What the entry has in this column, perhaps nothing. */
    public List<String> words(Column column) {
        return words.getOrDefault(column, List.of());
    }

    public List<String> ids() {
        return words(Column.ID);
    }

    public List<String> keys() {
        return words(Column.KEY);
    }

    public List<String> arns() {
        return words(Column.ARN);
    }

    public List<String> hosts() {
        return words(Column.HOST);
    }

    List<String> examples() {
        return examples;
    }

    List<String> counterExamples() {
        return counterExamples;
    }

    public Value value() {
        return value;
    }

    boolean isSecret() {
        return secret;
    }

    /** Whether a value of this type may stand somewhere without being found there; prefixed ids are found everywhere. */
    boolean dependsOnSurroundings() {
        return !words.containsKey(Column.ID);
    }

    /** All that decides what is found, so that two grammars which find different things differ in it. */
    @Override
    public String toString() {
        return words + " " + value + " " + secret;
    }
}
