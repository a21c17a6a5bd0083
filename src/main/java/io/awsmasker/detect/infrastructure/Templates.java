package io.awsmasker.detect.infrastructure;

import io.awsmasker.detect.bytes.Boundary;
import io.awsmasker.detect.bytes.Bytes;
import io.awsmasker.detect.catalogue.IdentifierType;
import io.awsmasker.detect.catalogue.Vocabulary;
import io.awsmasker.detect.command.Commands;
import io.awsmasker.detect.enclosing.Nesting;
import io.awsmasker.detect.enclosing.YamlOwner;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.detect.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resources in templates of CloudFormation: what is directly under {@code Properties} belongs to the type that stands beside
 * it. Only the type that was named last is remembered, and only for the next properties.
 */
public final class Templates {
    private static final String TYPE = "Type";
    private static final String PROPERTIES = "Properties";
    private static final String AWS = "AWS::";
    private static final int FAR = 1024;
    private static final int LONGEST = 96;

    /** Types whose {@code Name} is a domain, or what everybody calls alike. */
    private static final Set<String> PUBLIC =
            Words.set("route53recordset route53recordsetgroup apigatewaystage apigatewayv2stage lambdaalias eksaddon");

    private final Vocabulary vocabulary;
    private final Commands commands;
    private final byte[] text;
    private final int from;
    private final int to;
    private final YamlOwner lines;
    private int typeAt = -1;
    private int column;
    private int depth;
    private boolean named;
    private @Nullable IdentifierType type;

    public Templates(Vocabulary vocabulary, Commands commands, Passage passage) {
        this.vocabulary = vocabulary;
        this.commands = commands;
        this.text = passage.text();
        this.from = passage.start();
        this.to = passage.end();
        this.lines = new YamlOwner(passage, vocabulary.terraform);
    }

    /** A line begins at {@code at}. */
    public void line(int at) {
        lines.line(at);
    }

    /** Remembers the type at {@code value} if the key that ends at {@code keyEnd}, in so many brackets, is the one for it. */
    public void note(int keyEnd, int value, int brackets) {
        if (!isKey(TYPE, keyEnd)) {
            return;
        }
        int start = text[value] == '"' || text[value] == '\'' ? value + 1 : value;
        if (!Bytes.at(text, start, to, AWS)) {
            typeAt = -1;
            return;
        }
        depth = brackets;
        StringBuilder word = new StringBuilder();
        for (int i = start + AWS.length();
                i < Math.min(to, start + LONGEST) && (Bytes.is(text[i], Bytes.ALNUM) || text[i] == ':');
                i++) {
            if (text[i] != ':') {
                word.append((char) text[i]);
            }
        }
        String resource = word.toString().toLowerCase(Locale.ROOT);
        int service = Bytes.runEnd(text, start + AWS.length(), to, Bytes.ALNUM);
        typeAt = keyEnd;
        column = lines.column(keyEnd);
        named = !PUBLIC.contains(resource);
        type = vocabulary.terraform.ofTemplate(resource);
        type = type == null && named ? commands.ofService(ascii(start + AWS.length(), service)) : type;
    }

    /** Whether the key that ends at {@code keyEnd} begins the properties of the type that was named last. */
    public boolean begins(int keyEnd) {
        boolean properties = typeAt >= 0 && keyEnd - typeAt < FAR && isKey(PROPERTIES, keyEnd);
        typeAt = properties ? -1 : typeAt;
        return properties;
    }

    /** A bracket has ended, so that only {@code brackets} are left around: what ends with the type's own is of another one. */
    public void left(int brackets) {
        if (brackets < depth) {
            typeAt = -1;
        }
    }

    /** Announces the object at {@code brace}, which the properties are. */
    public void open(int brace, Nesting nesting) {
        nesting.expect(brace, type, false);
        if (named) {
            nesting.expectResource(brace);
        }
    }

    /** Announces the lines below the key that ends at {@code keyEnd}, which the properties are. */
    public void below(int keyEnd) {
        if (named && column >= 0 && lines.column(keyEnd) == column) {
            lines.begin(keyEnd, type == null ? IdentifierType.RES : type);
        }
    }

    /** What is called by the key in the properties that ends at {@code keyEnd}, or null. */
    @Nullable
    public IdentifierType member(int keyEnd) {
        return lines.member(keyEnd);
    }

    private boolean isKey(String word, int keyEnd) {
        int start = keyEnd - word.length();
        return start >= from && Bytes.at(text, start, keyEnd, word) && Boundary.before(text, from, start);
    }

    private String ascii(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
