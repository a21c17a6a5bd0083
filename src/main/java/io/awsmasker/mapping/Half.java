package io.awsmasker.mapping;

/**
 * One key of a mapping in a cluster. A half is provisional, with a mark in front, from when it is written until the other
 * half is known to be there and to agree.
 *
 * @param content the token, or the stored form of the text
 * @param isFinal whether the other half was there
 */
record Half(String content, boolean isFinal) {
    /** No token, no sealed text and no identifier begins with this control character or with the next. */
    private static final char PROVISIONAL = '\u0001';

    private static final char ESCAPE = '\u0002';

    static Half provisional(String content) {
        return new Half(content, false);
    }

    static Half complete(String content) {
        return new Half(content, true);
    }

    static Half parse(String value) {
        boolean marked = value.charAt(0) == PROVISIONAL;
        String rest = marked ? value.substring(1) : value;
        boolean escaped = !rest.isEmpty() && rest.charAt(0) == ESCAPE;
        return new Half(escaped ? rest.substring(1) : rest, !marked);
    }

    /** As it stands in Redis; a text that begins like a mark has another character in front. */
    String value() {
        boolean escape = !content.isEmpty() && (content.charAt(0) == PROVISIONAL || content.charAt(0) == ESCAPE);
        return (isFinal ? "" : String.valueOf(PROVISIONAL)) + (escape ? String.valueOf(ESCAPE) : "") + content;
    }

    Half completed() {
        return complete(content);
    }
}
