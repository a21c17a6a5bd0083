package io.awsmasker.detect;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terraform's resource types whose {@code name} or {@code id} is a customer's name. */
final class Terraform {
    private static final int LONGEST = 48;
    private static final String VARIABLE = "variable \"";

    private final Map<String, IdentifierType> types = new HashMap<>();

    Terraform() {
        for (IdentifierType type : IdentifierType.values()) {
            type.grammar().words(Grammar.Column.TERRAFORM).forEach(name -> types.put("aws_" + name, type));
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

    /** The type of the names in a resource of the type whose word begins at {@code at}, or null. */
    @Nullable
    IdentifierType find(byte[] text, int at, int to) {
        int end = Bytes.runEnd(text, at, Math.min(to, at + LONGEST), Bytes.WORD);
        return types.get(new String(text, at, end - at, StandardCharsets.ISO_8859_1));
    }
}
