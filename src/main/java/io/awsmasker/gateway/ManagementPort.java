package io.awsmasker.gateway;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;

/** Says before the platform tries it that the port of health and metrics is taken; the platform only shows a stack trace. */
@Singleton
class ManagementPort {
    private static final String PORT = "quarkus.management.port";

    void check(@Observes StartupEvent starting, Config config) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return; // in dev mode the platform itself holds the port over a restart
        }
        int port = config.getOptionalValue(PORT, Integer.class).orElse(9000);
        String host =
                config.getOptionalValue("quarkus.management.host", String.class).orElse("0.0.0.0");
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException taken) {
            throw new ConfigurationException(
                    "AWS_MASKER_4001 INVALID_CONFIGURATION: " + PORT
                            + ": cannot be listened at, most likely because another program does; end that one, or set another port");
        }
    }
}
