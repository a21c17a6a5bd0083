package io.awsmasker.gateway;

import io.airlift.compress.zstd.ZstdInputStream;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;

/**
 * The codings in which a client may send a body, each undone as a whole and up to a limit: a body that was read only in part
 * would be another one than the client has sent. The decoders are the JDK's or written in Java, so that they are the same on
 * every machine and the native executable needs no library beside it.
 */
enum ContentCoding {
    GZIP {
        @Override
        InputStream decoder(ByteArrayInputStream packed) throws IOException {
            return new GZIPInputStream(packed, buffer(packed)) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    return toTheEnd(super.read(bytes, from, length), inf, GZIP_TRAILER);
                }
            };
        }
    },
    DEFLATE {
        @Override
        InputStream decoder(ByteArrayInputStream packed) {
            return new InflaterInputStream(packed, new Inflater(), buffer(packed)) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    return toTheEnd(super.read(bytes, from, length), inf, 0);
                }

                @Override
                public void close() throws IOException {
                    super.close();
                    inf.end();
                }
            };
        }
    },
    BROTLI {
        @Override
        int window() {
            return 16 << 20;
        }

        @Override
        InputStream decoder(ByteArrayInputStream packed) throws IOException {
            return new BrotliInputStream(packed);
        }
    },
    ZSTD {
        @Override
        int window() {
            return 8 << 20;
        }

        @Override
        InputStream decoder(ByteArrayInputStream packed) {
            return new ZstdInputStream(packed);
        }

        // The decoder takes up to three bytes behind the last frame for the beginning of nothing.
        @Override
        boolean goesOn(byte[] body) {
            return body.length > 1 && isWhole(Arrays.copyOf(body, body.length - 1));
        }
    };

    private static final int GZIP_TRAILER = 8;

    /** How many bytes the decoder may look back on. */
    int window() {
        return 0;
    }

    abstract InputStream decoder(ByteArrayInputStream packed) throws IOException;

    /** Whether a body that can be undone is one without its last byte too, as far as its decoder does not say so. */
    boolean goesOn(byte[] body) {
        return false;
    }

    boolean isWhole(byte[] body) {
        try (InputStream decoder = decoder(new ByteArrayInputStream(body))) {
            decoder.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The coding of this name, which is in lower case; fails with a {@link Refusal} when it is not understood. */
    static ContentCoding named(String name) {
        return switch (name) {
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "br" -> BROTLI;
            case "zstd" -> ZSTD;
            default -> throw notUnderstood();
        };
    }

    static Refusal notUnderstood() {
        return new Refusal(
                ErrorCode.CONTENT_NOT_MASKABLE,
                "this content-encoding is not understood; send the body plain, or as gzip, deflate, br or zstd");
    }

    /**
     * What is behind the coding; costs time in proportion to it.
     *
     * @param growth is told what the decoder needs for itself and how many bytes there are so far, before there are more
     * @throws Refusal if that is more than {@code most} bytes, or if {@code body} is not exactly one body in this coding
     */
    byte[] undone(byte[] body, int most, LongConsumer growth) {
        ByteArrayInputStream packed = new ByteArrayInputStream(body);
        byte[] plain;
        growth.accept(window());
        try (InputStream decoder = new WatchedInput(decoder(packed), read -> growth.accept(window() + read))) {
            plain = decoder.readNBytes(most + 1);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
        if (plain.length > most) {
            throw new Refusal(
                    ErrorCode.REQUEST_TOO_LARGE, "the request body unpacks to more than " + (most >> 20) + " MB");
        }
        if (packed.available() > 0 || goesOn(body)) {
            throw broken();
        }
        return plain;
    }

    private static Refusal broken() {
        return new Refusal(
                ErrorCode.JSON_PROCESSING_ERROR,
                "the body is not what its content-encoding says, is cut off, or goes on behind its end; send it plain");
    }

    /** Room for all of it at once, so that what an inflater has left over is all that is behind the end. */
    private static int buffer(ByteArrayInputStream packed) {
        return Math.max(1, packed.available());
    }

    private static int toTheEnd(int read, Inflater inflater, int trailer) throws IOException {
        if (read < 0 && inflater.getRemaining() > trailer) {
            throw new ZipException("there is more behind the end");
        }
        return read;
    }
}
