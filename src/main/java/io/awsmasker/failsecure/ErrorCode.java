package io.awsmasker.failsecure;

/**
 * Every way in which the gateway itself refuses, with the code that operators know and the status that clients take best.
 *
 * <p>Where a status differs from the table of the predecessor, a real client broke on that one: 403 is shown by Claude Code
 * as "Failed to authenticate", so a refused feature is 451 and an unknown path 404; both are shown once, word for word.
 */
public enum ErrorCode {
    REDIS_UNAVAILABLE(1001, 503, true),
    REDIS_AUTH_FAILED(1002, 503, true),
    REDIS_OPERATION_FAILED(1003, 503, true),
    CIRCUIT_OPEN(1004, 503, true),
    OVERLOADED(1005, 503, true),
    SHUTTING_DOWN(1006, 503, true),
    ENCRYPTION_KEY_MISMATCH(1007, 503, false),
    MASKING_PROCESSING_ERROR(2001, 503, false),
    CONTENT_NOT_MASKABLE(2004, 415, false),
    UNMASKING_FAILED(3001, 500, false),
    SECURITY_BYPASS_ATTEMPT(5001, 451, false),
    UNKNOWN_PATH(5001, 404, false) {
        @Override
        public String contractName() {
            return SECURITY_BYPASS_ATTEMPT.name();
        }
    },
    UNMASKED_DATA_LEAK(5002, 503, false),
    UPSTREAM_UNAVAILABLE(6001, 502, false),
    JSON_PROCESSING_ERROR(6002, 400, false),
    REQUEST_TOO_LARGE(6003, 413, false),
    BODY_INCOMPLETE(6004, 408, false),
    TOO_MANY_NEW_VALUES(7003, 429, true),
    TOO_MANY_AT_ONCE(7003, 429, false) {
        @Override
        public String contractName() {
            return TOO_MANY_NEW_VALUES.name();
        }
    };

    private final int number;
    private final int status;
    private final boolean retryHelps;

    ErrorCode(int number, int status, boolean retryHelps) {
        this.number = number;
        this.status = status;
        this.retryHelps = retryHelps;
    }

    /** The code as operators and scripts know it, for example {@code AWS_MASKER_1001}. */
    public String code() {
        return "AWS_MASKER_" + number;
    }

    /** The name that stands beside the code in an answer. */
    public String contractName() {
        return name();
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed a little later. */
    public boolean retryHelps() {
        return retryHelps;
    }

    /** The type in Claude's error shape. */
    public String claudeType() {
        return switch (status) {
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            default -> status < 500 ? "invalid_request_error" : "api_error";
        };
    }
}
