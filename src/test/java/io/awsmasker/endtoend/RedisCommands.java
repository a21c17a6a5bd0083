package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Sends commands to a Redis server over a connection of its own, as an operator does at the wrong moment. */
final class RedisCommands {
    private RedisCommands() {}

    /** Sends inline commands with replies of one line; fails when one is answered by an error. */
    static void send(int port, String... commands) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            socket.setSoTimeout(20_000);
            for (String command : commands) {
                socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
                String reply = replies.readLine();
                if (reply == null || reply.startsWith("-")) {
                    throw new IllegalStateException(command + " was answered by " + reply);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
