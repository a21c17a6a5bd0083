package io.awsmasker.gateway;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends connections on which no whole head of a request has come, however its bytes drip in: thousands of them would cost their
 * client nothing. From the first request on a client may be silent for as long as Claude is.
 */
@ApplicationScoped
public class SlowHeads implements HttpServerOptionsCustomizer {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int FIRST = -100_000;

    /** The platform's own name of the handler. */
    private static final String IDLE = "idle";

    private final Duration patience;

    SlowHeads() {
        this(PATIENCE);
    }

    SlowHeads(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setReadIdleTimeout(Math.toIntExact(options.getIdleTimeoutUnit().convert(patience)));
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }

    void routes(@Observes Router router) {
        router.route().order(FIRST).handler(this::headCame);
    }

    private void headCame(RoutingContext routing) {
        HttpConnection connection = routing.request().connection();
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            if (pipeline.get(IDLE) instanceof IdleStateHandler idle && idle.getReaderIdleTimeInMillis() > 0) {
                pipeline.replace(idle, IDLE, patient(idle));
            }
        }
        routing.next();
    }

    /** The same without a limit to the client's silence alone. */
    private static IdleStateHandler patient(IdleStateHandler idle) {
        return new IdleStateHandler(
                0, idle.getWriterIdleTimeInMillis(), idle.getAllIdleTimeInMillis(), TimeUnit.MILLISECONDS);
    }
}
