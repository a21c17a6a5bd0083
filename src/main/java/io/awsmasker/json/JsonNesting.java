package io.awsmasker.json;

/**
 * How deep inside braces and brackets a reader stands who sees JSON one byte after another, and whether inside a string, whose
 * braces do not count. It checks nothing: what it was shown is for a parser.
 */
public final class JsonNesting {
    private int depth;
    private boolean inString;
    private boolean escaped;

    /** Takes the next byte. */
    public void take(byte b) {
        if (inString) {
            inString = b != '"' || escaped;
            escaped = b == '\\' && !escaped;
        } else if (b == '"') {
            inString = true;
        } else if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
        }
    }

    /** How many braces and brackets are open; negative when more were closed. */
    public int depth() {
        return depth;
    }

    /** Whether the last byte belongs to a string that goes on. */
    public boolean inString() {
        return inString;
    }

    /** Whether nothing is open. */
    public boolean isOutside() {
        return depth == 0 && !inString;
    }
}
