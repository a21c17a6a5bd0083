package io.awsmasker.testing;

import org.jspecify.annotations.Nullable;

/**
 * How an answer travels. Content is the script's affair; this is where deltas, events and network writes are cut and what
 * goes wrong on the way.
 *
 * @param cutter text of a block to deltas
 * @param writeSize bytes of each network write; 0 = one write for each event, or for the whole of a plain answer
 * @param crlf lines end in CR LF instead of LF
 * @param pings a ping event behind every event but the last
 * @param comments an SSE comment in front of every event
 * @param gzip compressed, whatever the request asked for
 * @param breakAfter cuts the connection after so many events of a stream; negative = never
 * @param errorAfter sends an error event after so many events of a stream and ends; negative = never
 * @param gate lets events go one by one when the test says so
 */
public record Delivery(
        Cutter cutter,
        int writeSize,
        boolean crlf,
        boolean pings,
        boolean comments,
        boolean gzip,
        int breakAfter,
        int errorAfter,
        @Nullable Gate gate) {
    public static Delivery plain() {
        return new Delivery(Cutter.every(20), 0, false, false, false, false, -1, -1, null);
    }

    public Delivery cut(Cutter by) {
        return new Delivery(by, writeSize, crlf, pings, comments, gzip, breakAfter, errorAfter, gate);
    }

    public Delivery writes(int bytes) {
        return new Delivery(cutter, bytes, crlf, pings, comments, gzip, breakAfter, errorAfter, gate);
    }

    public Delivery withCrlf() {
        return new Delivery(cutter, writeSize, true, pings, comments, gzip, breakAfter, errorAfter, gate);
    }

    public Delivery withPingsAndComments() {
        return new Delivery(cutter, writeSize, crlf, true, true, gzip, breakAfter, errorAfter, gate);
    }

    public Delivery gzipped() {
        return new Delivery(cutter, writeSize, crlf, pings, comments, true, breakAfter, errorAfter, gate);
    }

    public Delivery brokenAfter(int events) {
        return new Delivery(cutter, writeSize, crlf, pings, comments, gzip, events, errorAfter, gate);
    }

    public Delivery failingAfter(int events) {
        return new Delivery(cutter, writeSize, crlf, pings, comments, gzip, breakAfter, events, gate);
    }

    public Delivery behind(Gate through) {
        return new Delivery(cutter, writeSize, crlf, pings, comments, gzip, breakAfter, errorAfter, through);
    }
}
