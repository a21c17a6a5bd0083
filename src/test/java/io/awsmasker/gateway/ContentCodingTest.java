package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.airlift.compress.zstd.ZstdOutputStream;
import io.awsmasker.failsecure.ErrorCode;
import io.awsmasker.failsecure.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 5.18: a packed body is read to its last byte and not one further, or refused. */
class ContentCodingTest {
    private static final int MOST = 1 << 20;
    private static final byte[] BODY =
            "{\"text\":\"☂ naïve 𝒳 and so on, and on\"} ".repeat(50).getBytes(UTF_8);

    private static byte[] packed(ContentCoding coding, byte[] body) throws IOException {
        if (coding == ContentCoding.BROTLI) {
            Assumptions.assumeTrue(Brotli4jLoader.isAvailable(), "there is no brotli encoder for this machine");
            return Encoder.compress(body);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = switch (coding) {
            case GZIP -> new GZIPOutputStream(out);
            case DEFLATE -> new DeflaterOutputStream(out);
            default -> new ZstdOutputStream(out);
        }) {
            packing.write(body);
        }
        return out.toByteArray();
    }

    private static void refused(ErrorCode code, ContentCoding coding, byte[] body, String what) {
        Refusal refusal = assertThrows(Refusal.class, () -> coding.undone(body, MOST, length -> {}), what);
        assertEquals(code, refusal.code(), what);
    }

    @ParameterizedTest
    @EnumSource
    void isUndone(ContentCoding coding) throws IOException {
        assertArrayEquals(BODY, coding.undone(packed(coding, BODY), MOST, length -> {}));
        byte[] one = {'1'};
        assertArrayEquals(one, coding.undone(packed(coding, one), MOST, length -> {}));
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhenCutOffAnywhere(ContentCoding coding) throws IOException {
        byte[] packed = packed(coding, BODY);
        for (int length = 1; length < packed.length; length++) {
            refused(ErrorCode.JSON_PROCESSING_ERROR, coding, Arrays.copyOf(packed, length), "of length " + length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhenItGoesOnBehindItsEnd(ContentCoding coding) throws IOException {
        byte[] packed = packed(coding, BODY);
        for (int more : new int[] {1, 2, 3, 4, 7, 8, 9, 17, 18, 19, 26, 27, 100, 4095, 4096, 4097, 70_000}) {
            byte[] longer = Arrays.copyOf(packed, packed.length + more);
            Arrays.fill(longer, packed.length, longer.length, (byte) '!');
            refused(ErrorCode.JSON_PROCESSING_ERROR, coding, longer, more + " bytes behind the end");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isUndoneUpToALimit(ContentCoding coding) throws IOException {
        byte[] blanks = new byte[MOST];
        assertEquals(MOST, coding.undone(packed(coding, blanks), MOST, length -> {}).length);
        refused(ErrorCode.REQUEST_TOO_LARGE, coding, packed(coding, new byte[MOST + 1]), "one too many");
        refused(ErrorCode.REQUEST_TOO_LARGE, coding, packed(coding, new byte[64 * MOST]), "many too many");
    }

    /** Whatever a hostile body does to a decoder, it ends in a refusal or in bytes within the limit. */
    @ParameterizedTest
    @EnumSource
    void nothingElseHappensToGarbledBodies(ContentCoding coding) throws IOException {
        byte[] packed = packed(coding, BODY);
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] garbled = packed.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                garbled[random.nextInt(garbled.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertTrue(coding.undone(garbled, MOST, length -> {}).length <= MOST);
            } catch (Refusal refusal) {
                refused++;
            }
        }
        assertTrue(refused > 0);
    }

    /** A frame of the reference implementation, with its checksum; the decoder was tried above with its own encoder only. */
    @Test
    void zstdOfTheReferenceImplementation() {
        byte[] frame = Base64.getDecoder().decode("KLUv/QRoxQAAgHsiYSI6Im9uZSB0d28gIn0BAFqcfy4BteXdqA==");
        assertEquals(
                "{\"a\":\"one two \"}".repeat(100),
                new String(ContentCoding.ZSTD.undone(frame, MOST, length -> {}), UTF_8));
        frame[frame.length - 1] ^= 1;
        refused(ErrorCode.JSON_PROCESSING_ERROR, ContentCoding.ZSTD, frame, "a wrong checksum");
    }
}
