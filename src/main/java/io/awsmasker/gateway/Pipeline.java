package io.awsmasker.gateway;

import io.vertx.core.Future;

/** The way of one kind of request through the {@link Stage}s, once its caller is known. */
interface Pipeline {
    /** Completes when the client has the last byte; fails with what the request is to be refused for. */
    Future<Void> carry(Exchange exchange);
}
