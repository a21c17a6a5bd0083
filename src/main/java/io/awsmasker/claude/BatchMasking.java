package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.claude.RequestMasking.Known;
import io.awsmasker.mapping.Tenant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Masks the body of one batch while it arrives. A run of neighbouring requests is masked as one text, since a call of the
 * mappings for each of 100,000 requests would take minutes; names found in a run are masked in all of it.
 */
public final class BatchMasking {
    /** What Claude takes in one messages request. */
    private static final int LONGEST_REQUEST = 32 << 20;

    private final RequestMasking masking;
    private final Tenant tenant;
    private final BatchCutter cutter = new BatchCutter(LONGEST_REQUEST);

    /** @param masking with mappings that live as long as results are kept */
    public BatchMasking(RequestMasking masking, Tenant tenant) {
        this.masking = masking;
        this.tenant = tenant;
    }

    /** A part of the body, in the order of the body. */
    public final class Part {
        private final BatchPart part;

        private Part(BatchPart part) {
            this.part = part;
        }

        /** The number of its bytes. */
        public int size() {
            return part.bytes().length;
        }

        /**
         * Parses it and finds its texts; linear in its length.
         *
         * @throws InvalidBody if it is no JSON
         * @throws OversizedBody if it has more values than can be masked at once
         * @throws RefusedContent if it holds what must not leave
         */
        public ReadRequest read() {
            return switch (part.kind()) {
                case STRUCTURE -> masking.read(EMPTY, Place.UNKNOWN, Origin.BODY);
                case MEMBER -> masking.read(enclosed('{', '}'), Place.UNKNOWN, Origin.member(part));
                case REQUESTS -> masking.read(enclosed('[', ']'), Place.BATCH_ITEM, Origin.requests(part));
            };
        }

        /** Which of its blocks are Claude's own. */
        public CompletionStage<Known> recall(ReadRequest read) {
            return masking.recall(tenant, read);
        }

        /**
         * Searches it; linear in its length.
         *
         * @throws RefusedContent if it holds what must not leave
         */
        public PreparedRequest prepare(ReadRequest read, Known known) {
            return masking.prepare(read, known);
        }

        /**
         * The masked part; complete at once when the mappings know every value.
         *
         * @param executor runs what is linear in its length
         */
        public CompletionStage<MaskedRequest> mask(PreparedRequest prepared, Executor executor) {
            return masking.mask(tenant, prepared, executor)
                    .thenApply(masked ->
                            part.kind() == BatchPart.Kind.STRUCTURE ? masked.with(part.bytes()) : masked.opened());
        }

        private byte[] enclosed(char open, char close) {
            byte[] text = new byte[part.bytes().length + 2];
            text[0] = (byte) open;
            System.arraycopy(part.bytes(), 0, text, 1, part.bytes().length);
            text[text.length - 1] = (byte) close;
            return text;
        }
    }

    private static final byte[] EMPTY = "{}".getBytes(UTF_8);

    /** How many bytes wait for the rest of their part. */
    public int held() {
        return cutter.held();
    }

    /**
     * The parts that end in this piece of the body.
     *
     * @throws InvalidBody if the body is not that of a batch
     * @throws OversizedBody if one request is too large
     */
    public List<Part> accept(byte[] piece) {
        return cutter.accept(piece).stream().map(Part::new).toList();
    }

    /** The parts that end with the body. */
    public List<Part> end() {
        return cutter.end().stream().map(Part::new).toList();
    }
}
