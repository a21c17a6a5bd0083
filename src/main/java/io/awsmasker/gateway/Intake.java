package io.awsmasker.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

/**
 * Takes in the whole body of a request and undoes its coding, as long as there is room for it and for what masking will make
 * of it. Only bytes that are here count, not those that are announced or that a packed body could become.
 */
@Singleton
class Intake {
    private final Workload workload;

    Intake(Workload workload) {
        this.workload = workload;
    }

    /** The plain body. */
    Future<byte[]> body(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        InFlight.Room room = exchange.room();
        exchange.enter(Stage.READ);
        return RequestBody.read(request, length -> room.resize(length * InFlight.READING))
                .compose(body -> plain(exchange, body))
                .map(plain -> {
                    room.resize((long) plain.length * InFlight.COST);
                    return plain;
                });
    }

    private Future<byte[]> plain(Exchange exchange, Buffer body) {
        HttpServerRequest request = exchange.request();
        exchange.enter(Stage.DECODE);
        if (!Decode.isPacked(request)) {
            return Future.succeededFuture(body.getBytes());
        }
        byte[] packed = body.getBytes();
        return workload.run(
                RequestBody.MAX_BODY,
                () -> Decode.plain(
                        request,
                        packed,
                        length -> exchange.room().resize((packed.length + length) * InFlight.READING)));
    }
}
