package io.awsmasker.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Looks for canaries, originals that must never arrive, in everything that a request is made of. A find is kept and
 * reported at the end: an exception on the event loop would be an answer to the gateway and not a failed test.
 */
public final class LeakCheck {
    private static final int PIECE = 4 << 20;

    /** More than a canary takes in any encoding. */
    private static final int OVERLAP = 16 << 10;

    private final Set<String> canaries = new CopyOnWriteArraySet<>();
    private final List<String> leaks = new CopyOnWriteArrayList<>();

    /** Adds originals; they count for requests that arrive from now on. */
    public void forbid(Collection<String> originals) {
        canaries.addAll(originals);
    }

    /** The canaries that can be read in {@code bytes}, in any encoding; long bodies are read piece by piece. */
    public List<String> findIn(byte[] bytes) {
        Set<String> found = new LinkedHashSet<>();
        for (int from = 0; from == 0 || from + OVERLAP < bytes.length; from += PIECE - OVERLAP) {
            Set<String> readings = Decodings.of(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
            canaries.stream()
                    .filter(canary -> readings.stream().anyMatch(reading -> reading.contains(canary)))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    void look(Received received) {
        note(received.place() + ", start line", received.method() + " " + received.target());
        for (Map.Entry<String, String> header : received.headers()) {
            note(received.place() + ", header " + header.getKey(), header.getKey() + ": " + header.getValue());
        }
        if (!canaries.isEmpty()) {
            findIn(received.body().getBytes()).forEach(found -> leaks.add(received.place() + ", body: " + found));
        }
    }

    private void note(String place, String text) {
        findIn(text.getBytes(StandardCharsets.UTF_8)).forEach(found -> leaks.add(place + ": " + found));
    }

    /** Where which canary stood, in the order of arrival. */
    public List<String> leaks() {
        return new ArrayList<>(leaks);
    }
}
