package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.RequestSpots.Signed;
import io.awsmasker.claude.Spot.Use;
import io.awsmasker.detect.finding.Passage;
import io.awsmasker.mapping.Recollections;
import io.awsmasker.mapping.Recollections.Kind;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Replacement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks what is known of a request: which of its blocks Claude signed, and which beginning of it was sent before. It trusts a
 * note only as far as the mappings still agree with it.
 */
final class Recall {
    /** How many messages a client may add at once and still be recognised. */
    private static final int LATEST = 64;

    private static final Pattern TURNS = Pattern.compile("\\d{1,6}(,\\d{1,6}){0," + Recollected.MOST_TURNS + "}");

    private final Recollections recollections;

    Recall(Recollections recollections) {
        this.recollections = recollections;
    }

    /** @param masker whose mappings are asked, so that they live as long as what is sent */
    CompletionStage<Recollected> of(Masker masker, Tenant tenant, ReadRequest read) {
        Map<String, Passage> texts = new HashMap<>();
        read.spots().stream()
                .filter(spot -> spot.signed() >= 0
                        && spot.use() == Use.MASK
                        && spot.maskable().tokensStand())
                .forEach(spot -> texts.putIfAbsent(
                        read.signed().get(spot.signed()).fingerprint(),
                        spot.maskable().passage()));
        List<String> fingerprints =
                read.signed().stream().map(Signed::fingerprint).distinct().toList();
        return notes(tenant, Kind.SIGNED, fingerprints)
                .thenCompose(notes -> confirmed(masker, tenant, notes, texts))
                .thenCompose(signed -> turns(tenant, read, signed));
    }

    /** What Claude had written in the texts of its own turns that hold something to replace, by their position. */
    CompletionStage<Map<Integer, List<Replacement>>> said(Masker masker, Tenant tenant, PreparedRequest prepared) {
        Map<String, Passage> texts = new HashMap<>();
        Map<Integer, String> hashes = new HashMap<>();
        for (int i = 0;
                i < prepared.searched().size() && !prepared.known().hashes().isEmpty();
                i++) {
            Spot spot = prepared.searched().get(i);
            boolean said = spot.use() == Use.MASK && spot.assistant() && spot.signed() < 0;
            if (said && prepared.detected().any(i)) {
                Passage text = spot.maskable().passage();
                String hash = AnswerNotes.hash(prepared.known().hash(spot.message()), text);
                texts.put(hash, text);
                hashes.put(i, hash);
            }
        }
        return notes(tenant, Kind.SAID, List.copyOf(texts.keySet()))
                .thenCompose(notes -> confirmed(masker, tenant, notes, texts))
                .thenApply(marks -> {
                    hashes.values().removeIf(hash -> !marks.containsKey(hash));
                    Map<Integer, List<Replacement>> written = new HashMap<>();
                    hashes.forEach((i, hash) -> written.put(
                            i,
                            Recollected.replacements(
                                    marks.getOrDefault(hash, List.of()),
                                    prepared.searched()
                                            .get(i)
                                            .maskable()
                                            .passage()
                                            .start())));
                    return written;
                });
    }

    /** The marks of these notes, of those only whose tokens still stand for what is in their place. */
    private static CompletionStage<Map<String, List<Mark>>> confirmed(
            Masker masker, Tenant tenant, Map<String, String> notes, Map<String, Passage> texts) {
        Map<String, List<Mark>> marks = new HashMap<>();
        notes.forEach((hash, note) -> marks.put(hash, Mark.read(note)));
        Set<String> tokens =
                marks.values().stream().flatMap(List::stream).map(Mark::token).collect(Collectors.toSet());
        return masker.originals(tenant, tokens).thenApply(originals -> {
            marks.entrySet().removeIf(note -> !confirmed(note.getValue(), texts.get(note.getKey()), originals));
            return marks;
        });
    }

    private static boolean confirmed(
            List<Mark> marks, @org.jspecify.annotations.Nullable Passage text, Map<String, String> originals) {
        int from = 0;
        for (Mark mark : marks) {
            if (text == null || mark.start() < from || mark.length() > text.end() - text.start() - mark.start()) {
                return false;
            }
            String there = new String(text.text(), text.start() + mark.start(), mark.length(), UTF_8);
            if (!there.equals(originals.get(mark.token()))) {
                return false;
            }
            from = mark.start() + mark.length();
        }
        return true;
    }

    private CompletionStage<Recollected> turns(Tenant tenant, ReadRequest read, Map<String, List<Mark>> signed) {
        List<String> hashes = read.turns().hashes(read.signed(), new HashSet<>(signed.keySet()));
        if (hashes.isEmpty()) {
            return CompletableFuture.completedStage(new Recollected(signed, hashes, List.of()));
        }
        int messages = hashes.size() - 1;
        if (messages < 2) {
            return CompletableFuture.completedStage(new Recollected(signed, hashes, List.of(messages)));
        }
        List<String> beginnings = hashes.subList(Math.max(1, messages - LATEST), messages + 1);
        return notes(tenant, Kind.TURN, beginnings)
                .thenApply(notes -> new Recollected(signed, hashes, turns(hashes, notes)));
    }

    /** The turns of the longest beginning that is known, and the one that is about to be sent. */
    private static List<Integer> turns(List<String> hashes, Map<String, String> notes) {
        int messages = hashes.size() - 1;
        for (int known = messages; known > 0; known--) {
            String note = notes.get(hashes.get(known));
            if (note != null && TURNS.matcher(note).matches()) {
                List<Integer> turns = Stream.of(note.split(",", -1))
                        .map(Integer::valueOf)
                        .collect(Collectors.toCollection(ArrayList::new));
                if (turns.get(turns.size() - 1) == known && turns.size() < Recollected.MOST_TURNS) {
                    if (known < messages) {
                        turns.add(messages);
                    }
                    return turns;
                }
            }
        }
        return List.of(messages);
    }

    private CompletionStage<Map<String, String>> notes(Tenant tenant, Kind kind, List<String> hashes) {
        return hashes.isEmpty()
                ? CompletableFuture.completedStage(Map.of())
                : recollections.recall(tenant, kind, hashes);
    }
}
