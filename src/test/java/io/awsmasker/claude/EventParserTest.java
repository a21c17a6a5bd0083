package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.awsmasker.testing.Cases;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventParserTest {
    private static final String STREAM = ": warm\n\nevent: ping\ndata: {\"type\": \"ping\"}\n\n"
            + "event: two\ndata: a\ndata: é😀\n\ndata:bare\nid: 7\nretry\n\nevent: last\ndata:\n\n";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsTheSameEventsWhateverEndsTheLines(String lineEnd) {
        List<ServerSentEvent> events =
                parsed(List.of(STREAM.replace("\n", lineEnd).getBytes(UTF_8)));

        assertEquals(
                List.of("", "ping", "two", "", "last"),
                events.stream().map(ServerSentEvent::name).toList());
        assertEquals(
                List.of("", "{\"type\": \"ping\"}", "a\né😀", "bare", ""),
                events.stream().map(event -> new String(event.data(), UTF_8)).toList());
    }

    @Test
    void keepsEveryByteWhereverThePiecesAreCut() {
        Cases.run(2_000, random -> {
            String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            byte[] stream = STREAM.replace("\n", lineEnd).getBytes(UTF_8);
            List<byte[]> pieces = new ArrayList<>();
            for (int at = 0; at < stream.length; ) {
                int end = Math.min(stream.length, at + 1 + random.nextInt(9));
                pieces.add(Arrays.copyOfRange(stream, at, end));
                at = end;
            }
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            List<ServerSentEvent> events = parsed(pieces);
            events.forEach(event -> raw.writeBytes(event.raw()));

            assertArrayEquals(stream, raw.toByteArray());
            assertEquals(5, events.size());
        });
    }

    @Test
    void putsOtherDataInTheSamePlace() {
        ServerSentEvent event = parsed(List.of("event: x\r\ndata: old\r\nid: 1\r\n\r\n".getBytes(UTF_8)))
                .get(0);

        assertEquals(
                "event: x\r\ndata: newer\r\nid: 1\r\n\r\n", new String(event.withData("newer".getBytes(UTF_8)), UTF_8));
    }

    @Test
    void writesSeveralDataLinesAsOne() {
        ServerSentEvent event = parsed(List.of("event: x\ndata: a\ndata: b\n\n".getBytes(UTF_8)))
                .get(0);

        assertEquals("event: x\ndata: ab\n\n", new String(event.withData("ab".getBytes(UTF_8)), UTF_8));
    }

    @Test
    void leavesAByteOrderMarkOutOfTheFirstField() {
        List<ServerSentEvent> events = parsed(List.of("\uFEFFevent: x\ndata: y\n\n".getBytes(UTF_8)));

        assertEquals("x", events.get(0).name());
    }

    @Test
    void refusesAnEventWithoutEnd() {
        EventParser parser = new EventParser(100);

        assertThrows(EventParser.OversizedEvent.class, () -> parser.accept(new byte[101]));
    }

    private static List<ServerSentEvent> parsed(List<byte[]> pieces) {
        EventParser parser = new EventParser(1 << 20);
        List<ServerSentEvent> events = new ArrayList<>();
        pieces.forEach(piece -> events.addAll(parser.accept(piece)));
        events.addAll(parser.finish());
        return events;
    }
}
