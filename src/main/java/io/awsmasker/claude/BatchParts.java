package io.awsmasker.claude;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the bytes of a batch until their part is whole: what stands around the requests, a member beside them, and a run of
 * neighbouring requests. Nothing else of a body waits anywhere.
 */
final class BatchParts {
    /** A run ends with the first request that makes it this long. */
    private static final int RUN = 1 << 20;

    private static final int LONGEST_MEMBER = 1 << 20;

    private final ByteArrayOutputStream structure = new ByteArrayOutputStream();
    private final ByteArrayOutputStream member = new ByteArrayOutputStream();
    private final List<BatchPart> parts = new ArrayList<>();
    private ByteArrayOutputStream run = new ByteArrayOutputStream();
    private int requestStart;
    private long emitted;
    private int requests;
    private int requestsBeforeRun;

    /** How many bytes wait here for the rest of their part. */
    int held() {
        return run.size() + member.size() + structure.size();
    }

    /** The parts that have become whole since the last call. */
    List<BatchPart> taken() {
        List<BatchPart> ended = List.copyOf(parts);
        parts.clear();
        return ended;
    }

    void structure(byte b) {
        structure.write(b);
    }

    /** What stands between two requests belongs to their run, and behind a run to the structure. */
    void between(byte b) {
        (run.size() > 0 ? run : structure).write(b);
    }

    /** @throws OversizedBody if the member is longer than allowed */
    void member(byte b) {
        if (member.size() == LONGEST_MEMBER) {
            throw new OversizedBody("a member beside \"requests\" is larger than " + (LONGEST_MEMBER >> 20) + " MB");
        }
        member.write(b);
    }

    /** The name of the member, and what of it has come. */
    byte[] memberSoFar() {
        return member.toByteArray();
    }

    /** The member is the list of requests: its name is structure. */
    void listOfRequests() {
        structure.writeBytes(member.toByteArray());
        member.reset();
    }

    void endOfMember() {
        emit(BatchPart.Kind.STRUCTURE, structure);
        emit(BatchPart.Kind.MEMBER, member);
    }

    void startOfRequest(byte b) {
        requestStart = run.size();
        requestsBeforeRun = requestStart == 0 ? requests : requestsBeforeRun;
        requests++;
        run.write(b);
    }

    void request(byte[] piece, int from, int to) {
        run.write(piece, from, to - from);
    }

    /** How many bytes of the request have come. */
    int requestSoFar() {
        return run.size() - requestStart;
    }

    void endOfRequest() {
        if (run.size() >= RUN) {
            endOfRun();
        }
    }

    void endOfRun() {
        if (run.size() > 0) {
            emit(BatchPart.Kind.STRUCTURE, structure);
            emit(BatchPart.Kind.REQUESTS, run);
            run = new ByteArrayOutputStream();
        }
    }

    void endOfBody() {
        emit(BatchPart.Kind.STRUCTURE, structure);
    }

    private void emit(BatchPart.Kind kind, ByteArrayOutputStream bytes) {
        if (bytes.size() > 0) {
            parts.add(new BatchPart(kind, bytes.toByteArray(), emitted, requestsBeforeRun));
            emitted += bytes.size();
            bytes.reset();
        }
    }
}
