package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awsmasker.detect.finding.Passage;
import io.awsmasker.json.Splice;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Detected;
import io.awsmasker.mask.Maskable;
import io.awsmasker.mask.Masker;
import io.awsmasker.mask.Replacement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Masks an uploaded form, file names and fields included. It is held as a whole, like a messages body: a key or a table may
 * go on for many lines, and whoever cuts a text while masking it may cut through one.
 */
public final class UploadMasking {
    private final Masker masker;
    private final boolean opaqueAllowed;

    /**
     * @param masker with mappings that live as long as what is uploaded
     * @param opaqueAllowed whether files may leave that nobody can read
     */
    public UploadMasking(Masker masker, boolean opaqueAllowed) {
        this.masker = masker;
        this.opaqueAllowed = opaqueAllowed;
    }

    /** A form and what stands in it; the texts are name and content of each part in turn. */
    public static final class Prepared {
        private final List<FormPart> parts;
        private final List<Passage> texts;
        private final Detected detected;

        private Prepared(List<FormPart> parts, List<Passage> texts, Detected detected) {
            this.parts = parts;
            this.texts = texts;
            this.detected = detected;
        }

        /** How many places are to be replaced. */
        public int places() {
            return detected.places();
        }

        /** How many values stand in these places. */
        public int values() {
            return detected.values();
        }
    }

    /**
     * Searches a form; linear in its length.
     *
     * @throws RefusedContent if it holds what must not leave
     */
    public Prepared prepare(List<FormPart> parts) {
        List<Passage> texts = new ArrayList<>();
        for (FormPart part : parts) {
            FormWriter.check(part);
            texts.add(passage(
                    part.filename() == null ? new byte[0] : part.filename().getBytes(UTF_8)));
            texts.add(passage(isRead(part) ? JsonNumbers.searched(part.content()) : new byte[0]));
        }
        List<Maskable> maskables =
                texts.stream().map(text -> new Maskable(text, false)).toList();
        return new Prepared(parts, texts, masker.detect(maskables));
    }

    private boolean isRead(FormPart part) {
        boolean text = FormText.isText(part);
        if (!text && !opaqueAllowed) {
            throw new RefusedContent(
                    RefusedContent.Kind.UNREADABLE,
                    "an uploaded file is not text in UTF-8, or is not declared as text, so nobody can see which"
                            + " identifiers it holds; upload it as text/plain if it is text"
                            + ContentPolicy.OR_ALLOW_OPAQUE);
        }
        return text;
    }

    private static Passage passage(byte[] text) {
        return new Passage(text, 0, text.length, null);
    }

    /**
     * The masked form, written anew; complete at once when the mappings know every value.
     *
     * @param executor runs what is linear in its length
     */
    public CompletionStage<MaskedRequest> mask(Tenant tenant, Prepared prepared, String boundary, Executor executor) {
        return masker.mask(tenant, prepared.detected, executor).thenApply(masking -> {
            FormWriter form = new FormWriter(boundary);
            for (int i = 0; i < prepared.parts.size(); i++) {
                FormPart part = prepared.parts.get(i);
                Passage name = prepared.texts.get(2 * i);
                String filename = part.filename() == null
                        ? null
                        : new String(spliced(name.text(), masking.replacements().get(2 * i)), UTF_8);
                byte[] content = part.content();
                form.part(
                        part,
                        filename,
                        spliced(
                                content,
                                JsonNumbers.quoted(
                                        content,
                                        prepared.texts.get(2 * i + 1).text(),
                                        masking.replacements().get(2 * i + 1))));
            }
            return MaskedRequest.alone(form.end(), masker.restoration(tenant, masking), masking);
        });
    }

    private static byte[] spliced(byte[] text, List<Replacement> replacements) {
        Splice splice = new Splice(text, text.length);
        for (Replacement replacement : replacements) {
            splice.replace(
                    replacement.start(), replacement.end(), replacement.text().getBytes(UTF_8));
        }
        return splice.isEmpty() ? text : splice.toBytes();
    }
}
