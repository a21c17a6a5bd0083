package io.awsmasker.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection, byte by byte: for requests that no client library would write. */
final class RawHttp implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;
    private int continues;

    /** An answer; header names are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {
        boolean closes() {
            return "close".equalsIgnoreCase(headers.get("connection"));
        }
    }

    RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Writes a head, whose lines are given without line ends, and the blank line behind it. */
    RawHttp head(String... lines) throws IOException {
        return bytes((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
    }

    RawHttp bytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Reads one answer; null when the peer closed instead. */
    @org.jspecify.annotations.Nullable
    Answer answer() throws IOException {
        String status = line();
        if (status.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status.split(" ", -1)[1]);
        if (code == 100) {
            continues++;
            return answer();
        }
        if (headers.containsKey("content-length")) {
            int length = Integer.parseInt(headers.get("content-length"));
            return new Answer(code, headers, new String(in.readNBytes(length), UTF_8));
        }
        StringBuilder body = new StringBuilder();
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.append(new String(in.readNBytes(size), UTF_8));
                line();
            }
            line();
        }
        return new Answer(code, headers, body.toString());
    }

    /** Reads the leave to send a body, and nothing else. */
    void awaitContinue() throws IOException {
        String status = line();
        if (!status.contains(" 100 ") || !line().isEmpty()) {
            throw new IOException("not asked to go on: " + status);
        }
    }

    /** Reads on until these ASCII characters have come. */
    void awaitPiece(String piece) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(piece) < 0) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed after: " + read);
            }
            read.append((char) b);
        }
    }

    /** All bytes until the peer closes, in order or not. */
    String untilClosed() throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                read.write(b);
            }
        } catch (SocketException reset) {
            // What came before is what counts.
        }
        return read.toString(UTF_8);
    }

    /** How often an answer had the leave to send a body in front of it. */
    int continues() {
        return continues;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
