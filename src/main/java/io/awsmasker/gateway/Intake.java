package io.awsmasker.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/** Takes in the whole body of a request, as long as there is room for it and for what masking will make of it. */
@Singleton
class Intake {
    private final InFlight inFlight;

    Intake(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    /** The body as it came, in whatever coding. */
    Future<byte[]> body(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        InFlight.Room room = inFlight.room(exchange);
        return Receive.body(request, length -> room.resize(length * InFlight.READING))
                .map(body -> {
                    room.resize((long) Decode.weight(request, body.length()) * InFlight.COST);
                    return body.getBytes();
                });
    }
}
