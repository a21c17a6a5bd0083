package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a byte stream into server-sent events, wherever its pieces were cut. Line ends may be LF, CR or CRLF; comments and
 * unknown fields stay in the raw bytes of the event they precede.
 *
 * <p>Each byte is looked at once for its line end and copied once into its event, so the cost is linear in the stream.
 */
final class EventParser {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** More room than most events need. */
    private static final int USUAL = 4096;

    private final int longest;
    private final List<ServerSentEvent> events = new ArrayList<>();
    private byte[] raw = new byte[USUAL];
    private int length;
    private int lineStart;
    private boolean afterCarriageReturn;
    private String name = "";
    private int dataLines;
    private int dataStart;
    private int dataEnd;
    private ByteArrayOutputStream joined = new ByteArrayOutputStream();

    /** @param longest how many bytes one event may have */
    EventParser(int longest) {
        this.longest = longest;
    }

    /**
     * The events that end in this piece.
     *
     * @throws OversizedEvent when one event goes on for longer than allowed
     */
    List<ServerSentEvent> accept(byte[] piece) {
        for (byte b : piece) {
            accept(b);
        }
        List<ServerSentEvent> ended = List.copyOf(events);
        events.clear();
        return ended;
    }

    /** The last event, if it ended with the stream; a part of one is dropped, as every reader of such streams does. */
    List<ServerSentEvent> finish() {
        if (afterCarriageReturn) {
            afterCarriageReturn = false;
            endLine(length - 1);
        }
        return List.copyOf(events);
    }

    /** How many bytes wait for the end of their event. */
    int held() {
        return length;
    }

    /** Whether bytes stand at the end of the stream that are no whole event. */
    boolean hasRest() {
        return length > 0;
    }

    private void accept(byte b) {
        if (afterCarriageReturn) {
            afterCarriageReturn = false;
            if (b == '\n') {
                append(b);
                endLine(length - 2);
                return;
            }
            endLine(length - 1);
        }
        append(b);
        if (b == '\r') {
            afterCarriageReturn = true;
        } else if (b == '\n') {
            endLine(length - 1);
        }
    }

    private void append(byte b) {
        if (length == longest) {
            throw new OversizedEvent(longest);
        }
        if (length == raw.length) {
            raw = Arrays.copyOf(raw, Math.min(2 * length, longest));
        }
        raw[length++] = b;
    }

    private void endLine(int contentEnd) {
        int start = lineStart;
        lineStart = length;
        if (start == 0 && Arrays.equals(raw, 0, Math.min(3, contentEnd), BYTE_ORDER_MARK, 0, 3)) {
            start = 3;
        }
        if (contentEnd == start) {
            endEvent();
        } else {
            field(start, contentEnd);
        }
    }

    private void field(int start, int end) {
        int colon = start;
        while (colon < end && raw[colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, end);
        if (value < end && raw[value] == ' ') {
            value++;
        }
        String field = new String(raw, start, colon - start, UTF_8);
        if (field.equals("event")) {
            name = new String(raw, value, end - value, UTF_8);
        } else if (field.equals("data")) {
            dataLine(value, end);
        }
    }

    private void dataLine(int start, int end) {
        if (dataLines == 1) {
            joined.write(raw, dataStart, dataEnd - dataStart);
        }
        if (dataLines > 0) {
            joined.write('\n');
            joined.write(raw, start, end - start);
        }
        dataStart = start;
        dataEnd = end;
        dataLines++;
    }

    private void endEvent() {
        boolean oneLine = dataLines == 1;
        byte[] data = oneLine ? Arrays.copyOfRange(raw, dataStart, dataEnd) : joined.toByteArray();
        events.add(new ServerSentEvent(Arrays.copyOf(raw, length), name, data, oneLine ? dataStart : -1));
        if (raw.length > 16 * USUAL) {
            raw = new byte[USUAL];
        }
        length = 0;
        lineStart = 0;
        name = "";
        dataLines = 0;
        joined = new ByteArrayOutputStream(0);
    }

    /** One event is longer than the gateway holds; nothing of it was handed on. */
    static final class OversizedEvent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OversizedEvent(int longest) {
            super("an event of the stream is longer than " + longest + " bytes", null, false, false);
        }
    }
}
