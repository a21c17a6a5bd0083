package io.awsmasker.json;

/**
 * Tells string content from the rest in JSON that arrives in pieces, such as Claude's {@code input_json_delta}, one UTF-16
 * char at a time. Keeps only its state between two chars, so an escape may be cut anywhere; never throws, because a stream
 * may be cut off or invalid and must still reach its reader.
 *
 * <p>Raw text falls into units, each the raw form of one decoded char: a char outside of strings, a quote, a plain char or a
 * whole escape. A restorer keeps both forms side by side and cuts the raw text only between units:
 *
 * <pre>{@code
 * raw.append(c);
 * if (lexer.accept(c)) {
 *     if (lexer.content()) {
 *         decoded.append(lexer.decoded());      // look for tokens here
 *         rawLengths.append((char) lexer.consumed()); // unit i of decoded is rawLengths[i] chars of raw
 *     } else {
 *         flush();                              // a quote or structure: no token goes on across it
 *     }
 * }
 * }</pre>
 *
 * <p>The halves of a surrogate pair are two units; a text must not be cut between them. Not for use by two threads.
 */
public final class PartialStringLexer {
    /** What an invalid escape decodes to: no token contains it. */
    public static final char REPLACEMENT = '\uFFFD';

    /** Where the next char stands. */
    private enum State {
        /** Outside of strings. */
        OUTSIDE,
        /** Inside a string. */
        INSIDE,
        /** Behind a backslash. */
        ESCAPE,
        /** Behind {@code \}{@code u}. */
        UNICODE_1,
        /** Behind its first digit. */
        UNICODE_2,
        /** Behind its second digit. */
        UNICODE_3,
        /** Behind its third digit. */
        UNICODE_4
    }

    private State state = State.OUTSIDE;
    private int pending;
    private int consumed;
    /** The digits read of a hexadecimal escape; its last four fill a char, so it is never reset. */
    private int value;

    private char decoded;
    private boolean content;

    /** Takes the next raw char and says whether a unit ends with it. What it is then, tell the other methods. */
    public boolean accept(char c) {
        pending++;
        return switch (state) {
            case OUTSIDE -> unit(c == '"' ? State.INSIDE : State.OUTSIDE, c, false);
            case INSIDE -> inside(c);
            case ESCAPE -> escape(c);
            case UNICODE_1 -> digit(c, State.UNICODE_2);
            case UNICODE_2 -> digit(c, State.UNICODE_3);
            case UNICODE_3 -> digit(c, State.UNICODE_4);
            case UNICODE_4 -> digit(c, State.INSIDE);
        };
    }

    /** The decoded char of the unit that ended last; outside of strings, and for the quotes, the raw char itself. */
    public char decoded() {
        return decoded;
    }

    /** Whether the unit that ended last is string content; a quote that opens or closes a string is not. */
    public boolean content() {
        return content;
    }

    /** How many raw chars the unit that ended last has. */
    public int consumed() {
        return consumed;
    }

    /** How many raw chars were taken since the last unit ended: the beginning of an escape, 0 to 5. */
    public int pending() {
        return pending;
    }

    private boolean inside(char c) {
        if (c == '\\') {
            state = State.ESCAPE;
            return false;
        }
        return c == '"' ? unit(State.OUTSIDE, c, false) : unit(State.INSIDE, c, true);
    }

    private boolean escape(char c) {
        if (c == 'u') {
            state = State.UNICODE_1;
            return false;
        }
        int letter = Escape.letter(c);
        return unit(State.INSIDE, letter == Escape.NONE ? REPLACEMENT : (char) letter, true);
    }

    private boolean digit(char c, State next) {
        int digit = Escape.digit(c);
        if (digit == Escape.NONE) {
            return c == '"' ? unit(State.OUTSIDE, REPLACEMENT, false) : unit(State.INSIDE, REPLACEMENT, true);
        }
        value = (value << 4) | digit;
        if (next == State.INSIDE) {
            return unit(State.INSIDE, (char) value, true);
        }
        state = next;
        return false;
    }

    private boolean unit(State next, char unit, boolean isContent) {
        state = next;
        decoded = unit;
        content = isContent;
        consumed = pending;
        pending = 0;
        return true;
    }
}
