package io.awsmasker.gateway;

import io.awsmasker.claude.InvalidBody;
import io.awsmasker.claude.OversizedBody;
import io.awsmasker.claude.RefusedContent;
import io.awsmasker.claude.UnreadableAnswer;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import io.awsmasker.mapping.MappingException;
import io.awsmasker.mask.TooManyIdentifiers;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What each fault means to the client. No text of a foreign exception is passed on, since it may hold what must stay here;
 * whatever nobody foresaw is a masking error and blocks.
 */
public final class Refusals {
    /** The end of a message about a request of which nothing has left. */
    static final String NOTHING_SENT = "; nothing was sent";

    private Refusals() {}

    /** The refusal for a fault before the request left. */
    public static Refusal of(Throwable fault) {
        Throwable cause = cause(fault);
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof InvalidBody invalid) {
            return new Refusal(ErrorCode.JSON_PROCESSING_ERROR, invalid.getMessage());
        }
        if (cause instanceof OversizedBody oversized) {
            return new Refusal(ErrorCode.REQUEST_TOO_LARGE, oversized.getMessage());
        }
        if (cause instanceof TooManyIdentifiers tooMany) {
            return new Refusal(ErrorCode.REQUEST_TOO_LARGE, text(tooMany));
        }
        if (cause instanceof RefusedContent refused) {
            boolean unreadable = refused.kind() == RefusedContent.Kind.UNREADABLE;
            return new Refusal(
                    unreadable ? ErrorCode.CONTENT_NOT_MASKABLE : ErrorCode.SECURITY_BYPASS_ATTEMPT,
                    refused.getMessage());
        }
        Refusal store = store(cause);
        return store != null
                ? store
                : new Refusal(ErrorCode.MASKING_PROCESSING_ERROR, "the request could not be masked" + NOTHING_SENT);
    }

    /** The refusal for a fault while the answer was restored. */
    static Refusal restoring(Throwable fault) {
        Throwable cause = cause(fault);
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof OutOfMemoryError) {
            return new Refusal(ErrorCode.OVERLOADED, "there is no memory left for the rest of the answer");
        }
        Refusal store = store(cause);
        String why = store != null
                ? store.getMessage()
                : cause instanceof UnreadableAnswer || cause instanceof InvalidBody
                        ? text(cause)
                        : "an internal error, whose kind stands in the log under the correlation id";
        return new Refusal(ErrorCode.UNMASKING_FAILED, "the answer could not be restored: " + why);
    }

    private static @Nullable Refusal store(Throwable cause) {
        if (cause instanceof MappingException mapping) {
            return new Refusal(
                    switch (mapping.reason()) {
                        case UNREACHABLE -> ErrorCode.REDIS_UNAVAILABLE;
                        case AUTHENTICATION -> ErrorCode.REDIS_AUTH_FAILED;
                        case OPERATION -> ErrorCode.REDIS_OPERATION_FAILED;
                        case ENCRYPTION -> ErrorCode.ENCRYPTION_KEY_MISMATCH;
                        case TOO_MANY_NEW -> ErrorCode.TOO_MANY_NEW_VALUES;
                        case TOO_MANY_AT_ONCE -> ErrorCode.TOO_MANY_AT_ONCE;
                    },
                    text(mapping));
        }
        if (cause instanceof CircuitBreakerOpenException) {
            Refusal last = cause.getCause() == null ? null : store(cause.getCause());
            return new Refusal(
                    ErrorCode.CIRCUIT_OPEN,
                    "the mapping store has failed repeatedly" + (last == null ? "" : " (" + last.getMessage() + ")")
                            + "; requests are blocked until it recovers");
        }
        if (cause instanceof BulkheadException) {
            return new Refusal(ErrorCode.OVERLOADED, "too many requests wait for the mapping store");
        }
        if (cause instanceof TimeoutException) {
            return new Refusal(ErrorCode.REDIS_UNAVAILABLE, "the mapping store did not answer in time");
        }
        return null;
    }

    static Throwable cause(Throwable fault) {
        return fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    }

    private static String text(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
