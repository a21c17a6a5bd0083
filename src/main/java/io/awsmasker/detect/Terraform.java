package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terraform's resource types and the blocks inside of them whose {@code name} or {@code id} is a customer's name. */
final class Terraform {
    private static final int LONGEST = 48;
    private static final String VARIABLE = "variable \"";

    /** What stands in a line in front of a block's word; plans say so what becomes of it. */
    private static final String LINE_STARTS = " +-~\t";

    private final Map<String, IdentifierType> types = new HashMap<>();
    private final Map<String, IdentifierType> blocks = new HashMap<>();

    Terraform() {
        for (IdentifierType type : IdentifierType.values()) {
            type.grammar().words(Grammar.Column.TERRAFORM).forEach(name -> types.put("aws_" + name, type));
            type.grammar().words(Grammar.Column.BLOCK).forEach(name -> blocks.put(name, type));
        }
    }

    /** Where the name of a variable begins whose closing quote stands at {@code end}, or -1 if no block of one follows. */
    static int variable(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST && Bytes.is(text[start - 1], Bytes.HOST)) {
            start--;
        }
        int word = start - VARIABLE.length();
        return word >= from && Bytes.at(text, word, end, VARIABLE) ? start : -1;
    }

    /** Where the word begins that ends at {@code end} if it is a line's first, as a block's word is, or -1. */
    static int blockStart(byte[] text, int from, int end) {
        int start = end;
        while (start > from && end - start < LONGEST && Bytes.is(text[start - 1], Bytes.WORD)) {
            start--;
        }
        int line = start;
        while (line > from && start - line < LONGEST && LINE_STARTS.indexOf(text[line - 1]) >= 0) {
            line--;
        }
        return start < end && (line == from || text[line - 1] == '\n') ? start : -1;
    }

    /** The type of the names in the block whose word stands at {@code [start, end)}, or null: most name no resource. */
    @Nullable
    IdentifierType block(byte[] text, int start, int end) {
        return blocks.get(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
    }

    /** Whether the word at {@code [start, end)} is a type without {@code aws_}, as modules of Ansible are called. */
    boolean isType(byte[] text, int start, int end) {
        return types.containsKey("aws_" + new String(text, start, end - start, StandardCharsets.ISO_8859_1));
    }

    /** The type of the names in a resource of the type whose word begins at {@code at}, or null. */
    @Nullable
    IdentifierType find(byte[] text, int at, int to) {
        int end = Bytes.runEnd(text, at, Math.min(to, at + LONGEST), Bytes.WORD);
        return types.get(new String(text, at, end - at, StandardCharsets.ISO_8859_1));
    }
}
