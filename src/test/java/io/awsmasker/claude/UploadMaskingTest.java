package io.awsmasker.claude;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.Detector;
import io.awsmasker.mapping.InMemoryMappings;
import io.awsmasker.mapping.MappingLimits;
import io.awsmasker.mapping.Tenant;
import io.awsmasker.mask.Masker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 5.27: forms leave masked in all that a person wrote, and not at all when nobody can read them. */
class UploadMaskingTest {
    private static final String ID = "i-0abc1234def567890";

    private final Masker masker =
            new Masker(new Detector(), new InMemoryMappings(MappingLimits.of(Duration.ofDays(1)), Instant::now));

    private String sent(boolean opaqueAllowed, FormPart... parts) {
        UploadMasking uploads = new UploadMasking(masker, opaqueAllowed);
        return new String(
                uploads.mask(Tenant.DEFAULT, uploads.prepare(List.of(parts)), "bound", Runnable::run)
                        .toCompletableFuture()
                        .join()
                        .body(),
                UTF_8);
    }

    private static FormPart file(String filename, String type, String content) {
        return new FormPart("file", filename, type, content.getBytes(UTF_8));
    }

    @Test
    void contentNameAndFieldsAreMasked() {
        String sent = sent(
                false,
                file(ID + "\".csv", "Text/CSV", "id\n" + ID + "\n"),
                new FormPart("display_name", null, null, ID.getBytes(UTF_8)));

        assertEquals(
                "--bound\r\nContent-Disposition: form-data; name=\"file\"; filename=\"EC2_001%22.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\nid\nEC2_001\n\r\n"
                        + "--bound\r\nContent-Disposition: form-data; name=\"display_name\"\r\n\r\nEC2_001\r\n--bound--\r\n",
                sent);
    }

    @Test
    void aNameCannotWriteHeaders() {
        String sent = sent(false, file("a\r\nX: y\r\n\r\nb", "text/plain", "x"));

        assertFalse(sent.contains("\r\nX:"), sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/pdf",
                "image/png",
                "application/zip",
                "text/plain; charset=utf-16",
                "nonsense",
                "a/b; c=d"
            })
    void otherTypesAreRefused(String type) {
        assertThrows(RefusedContent.class, () -> sent(false, file("a", type, "text")));
    }

    @Test
    void whatIsNoTextIsRefusedWhateverItSays() {
        for (byte[] content : List.of(new byte[] {0}, new byte[] {(byte) 0xff}, "%PDF-1.7".getBytes(UTF_8))) {
            String why = assertThrows(
                            RefusedContent.class,
                            () -> sent(false, new FormPart("file", "a.txt", "text/plain", content)))
                    .getMessage();
            assertTrue(why.contains("masker.opaque-content"), why);
        }
    }

    @Test
    void opaqueContentPassesWhereAllowedAndItsNameIsMasked() {
        String sent = sent(true, file(ID + ".pdf", "application/pdf", "%PDF-"));

        assertTrue(sent.contains("filename=\"EC2_001.pdf\"") && sent.contains("\r\n\r\n%PDF-\r\n"), sent);
    }

    @Test
    void fieldsThatTheApiDoesNotHaveAreRefused() {
        assertThrows(RefusedContent.class, () -> sent(false, new FormPart(ID, null, null, new byte[0])));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"accountId":424242424242}            | {"accountId":"ACCOUNT_001"}
            {"accountId": 424242424242 ,"b":[1]}  | {"accountId": "ACCOUNT_001" ,"b":[1]}
            {"accountId":"424242424242"}          | {"accountId":"ACCOUNT_001"}
            {"s":"account 424242424242, \\"1"}  | {"s":"account ACCOUNT_001, \\"1"}
            {"a":1}~{"accountId":424242424242}~   | {"a":1}~{"accountId":"ACCOUNT_001"}~
            \ufeff{"accountId":424242424242}      | \ufeff{"accountId":"ACCOUNT_001"}
            accountId: 424242424242               | accountId: ACCOUNT_001
            {accountId: 424242424242}             | {accountId: ACCOUNT_001}
            """)
    void aNumberInJsonBecomesAStringInJson(String content, String masked) {
        String sent = sent(false, file("a.json", "application/json", content.replace('~', '\n')));

        assertTrue(sent.contains("\r\n\r\n" + masked.replace('~', '\n') + "\r\n--"), sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-424242424242", "424242424242.0", "424242424242e0", "-4.24242424242E+11", "0.424242424242e12"})
    void aNumberThatIsMoreThanAnIdentifierStaysOutOfUploads(String number) {
        String content = "{\"accountId\":" + number + "}";
        CompletionException refused =
                assertThrows(CompletionException.class, () -> sent(false, file("a.json", "application/json", content)));
        assertTrue(refused.getCause() instanceof RefusedContent, String.valueOf(refused.getCause()));
        assertFalse(String.valueOf(refused.getMessage()).contains("4242"), refused.getMessage());
    }

    /** Nothing else changes, in JSON or not. */
    @Test
    void otherNumbersStayAsTheyAreWritten() {
        for (String content : new String[] {
            "{\"size\":100000000000.0,\"b\":-1.5e3,\"c\":[0.1,1e11]}", "reads: 42424242424.0 or 1.0", "{\"a\":1.0"
        }) {
            String sent = sent(false, file("a.json", "application/json", content));
            assertTrue(sent.contains("\r\n\r\n" + content + "\r\n--"), sent);
        }
    }
}
