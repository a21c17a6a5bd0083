package io.awsmasker.claude;

import io.awsmasker.mask.Restoration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Restores the content of a file that is text, and hands on any other as it is: tokens in it stay tokens. */
public final class ContentRestoring {
    private static final PiecewiseRestoring UNTOUCHED = new PiecewiseRestoring() {
        @Override
        public CompletionStage<byte[]> accept(byte[] piece) {
            return CompletableFuture.completedStage(piece);
        }

        @Override
        public CompletionStage<byte[]> end() {
            return CompletableFuture.completedStage(new byte[0]);
        }

        @Override
        public int held() {
            return 0;
        }
    };

    private ContentRestoring() {}

    /**
     * What restores content of this type.
     *
     * @param restorations gives a restoration for a stretch of the content
     */
    public static PiecewiseRestoring of(String contentType, Supplier<Restoration> restorations) {
        return FormText.isDeclared(contentType) ? new TextRestoring(restorations) : UNTOUCHED;
    }
}
