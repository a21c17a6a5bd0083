package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One event of a stream as it arrived: its bytes up to and with the empty line, and where its data stands in them. An event
 * of which nothing changes leaves with these very bytes.
 */
final class ServerSentEvent {
    private final byte[] raw;
    private final String name;
    private final byte[] data;
    private final int dataStart;

    /**
     * @param name the event's name, empty when it has none
     * @param data its data lines joined by line feeds; empty when it has none
     * @param dataStart where the one data line stands in {@code raw}, or -1 when there are several
     */
    ServerSentEvent(byte[] raw, String name, byte[] data, int dataStart) {
        this.raw = raw;
        this.name = name;
        this.data = data;
        this.dataStart = dataStart;
    }

    byte[] raw() {
        return raw;
    }

    byte[] data() {
        return data;
    }

    String name() {
        return name;
    }

    /** The event with other data; everything around the data stays as it was. */
    byte[] withData(byte[] changed) {
        if (dataStart < 0) {
            return written(name, inOneLine(changed));
        }
        byte[] event = new byte[raw.length - data.length + changed.length];
        System.arraycopy(raw, 0, event, 0, dataStart);
        System.arraycopy(changed, 0, event, dataStart, changed.length);
        int rest = dataStart + data.length;
        System.arraycopy(raw, rest, event, dataStart + changed.length, raw.length - rest);
        return event;
    }

    /** Line breaks in JSON stand between its values only, where a space means the same. */
    private static byte[] inOneLine(byte[] json) {
        byte[] line = json.clone();
        for (int i = 0; i < line.length; i++) {
            line[i] = line[i] == '\n' ? (byte) ' ' : line[i];
        }
        return line;
    }

    /** An event of our own. */
    static byte[] written(String name, byte[] data) {
        byte[] head = ("event: " + name + "\ndata: ").getBytes(UTF_8);
        byte[] event = new byte[head.length + data.length + 2];
        System.arraycopy(head, 0, event, 0, head.length);
        System.arraycopy(data, 0, event, head.length, data.length);
        event[event.length - 2] = '\n';
        event[event.length - 1] = '\n';
        return event;
    }
}
