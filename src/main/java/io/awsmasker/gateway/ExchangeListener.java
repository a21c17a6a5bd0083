package io.awsmasker.gateway;

import io.awsmasker.failsecure.ErrorCode;

/** Is told how each exchange went; whoever counts or reports implements it. */
public interface ExchangeListener {
    /** The client has its answer, ours or Claude's, or has gone. */
    void ended(Exchange exchange);

    /** A request that never became an exchange has its answer; the name of its endpoint is a constant. */
    void answered(String endpoint, int status);

    /** The gateway refused, before or after the request left. */
    void refused(ErrorCode code);
}
