package io.awsmasker.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.awsmasker.claude.FormPart;
import io.awsmasker.failsecure.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is read to the last byte and as its sender meant it, or refused. */
class FormTest {
    private static final String TYPE = "multipart/form-data; boundary=XbX";

    private static List<FormPart> parts(String body) {
        return Form.parts(TYPE, body.getBytes(UTF_8));
    }

    private static String file(String parameters, String content) {
        return "--XbX\r\nContent-Disposition: form-data; name=\"file\"; " + parameters
                + "\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--XbX--\r\n";
    }

    @Test
    void severalParts() {
        List<FormPart> parts = parts("--XbX\r\ncontent-disposition:form-data;name=purpose\r\n\r\nuser\r\n"
                + "--XbX \t\r\nContent-Type: text/csv\r\nContent-Transfer-Encoding: binary\r\n"
                + "Content-Disposition: form-data; filename=\"a.csv\"; name=\"file\"\r\n\r\na\r\nb\r\n\r\n--XbX--");

        assertEquals(2, parts.size());
        assertEquals("purpose", parts.get(0).name());
        assertNull(parts.get(0).filename());
        assertEquals("user", new String(parts.get(0).content(), UTF_8));
        assertEquals("a.csv", parts.get(1).filename());
        assertEquals("text/csv", parts.get(1).contentType());
        assertEquals("a\r\nb\r\n", new String(parts.get(1).content(), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "a\r\n--XbXy\r\nb",
                "a\r\n--XbX-\r\nb",
                "a\r\n--XbX --\r\nb",
                "a\r\n--Xb",
                "a--XbX--",
                "a\n--XbX--\nb",
                "a\r--XbX\r\nb",
                "\r\n\r\n"
            })
    void contentIsWholeWhateverItLooksLike(String content) {
        FormPart part = parts(file("filename=\"a.txt\"", content)).get(0);

        assertEquals(content, new String(part.content(), UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "\"a\\\"i-0c0ffee0c0ffee123.txt\" ~ a\"i-0c0ffee0c0ffee123.txt",
                "\"a=b;c.txt\" ~ a=b;c.txt",
                "\"a\\\\b.txt\" ~ a\\b.txt",
                "\"C:\\dir\\a.txt\" ~ C:\\dir\\a.txt",
                "\"a%22b.txt\" ~ a%22b.txt",
                "\"naïve 😀.txt\" ~ naïve 😀.txt",
                "plain.txt ~ plain.txt"
            })
    void namesOfFiles(String written, String name) {
        assertEquals(name, parts(file("filename=" + written, "x")).get(0).filename());
    }

    @Test
    void longNames() {
        String name = "a%25".repeat(50_000);
        assertEquals(name, parts(file("filename=\"" + name + "\"", "x")).get(0).filename());
        assertEquals(
                "a%".repeat(50_000),
                parts(file("filename*=UTF-8''" + name, "x")).get(0).filename());
        assertEquals(
                "\"".repeat(50_000),
                parts(file("filename=\"" + "\\\"".repeat(50_000) + "\"", "x"))
                        .get(0)
                        .filename());
    }

    @Test
    void namesInAnotherAlphabet() {
        assertEquals(
                "naïve+1.txt",
                parts(file("filename*=UTF-8''na%C3%AFve+1.txt", "x")).get(0).filename());
        assertEquals(
                "b.txt",
                parts(file("filename=\"a.txt\"; filename*=utf-8'en'b.txt", "x"))
                        .get(0)
                        .filename());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename=\"a\u0000b\"",
                "filename=\"a\u0007b\"",
                "filename=\"a",
                "filename=\"a\" b",
                "filename=\"a\"; filename=\"b\"",
                "name=\"other\"; filename=\"b\"",
                "filename=a b",
                "filename*=ISO-8859-1''a",
                "filename*=UTF-8''%zz",
                "filename*=UTF-8''%00",
                "filename",
                "filename=\"a\"\r\nContent-Disposition: form-data; name=\"x\"",
                "filename=\"a\"\r\nContent-Type: text/csv",
                "filename=\"a\"\r\nContent-Transfer-Encoding: base64",
                "filename=\"a\"\r\n folded: x",
                "filename=\"a\"\r\nno colon"
            })
    void headersThatAreNotClear(String parameters) {
        assertThrows(Refusal.class, () -> parts(file(parameters, "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--XbX--\r\n",
                "--XbX\r\n\r\n\r\nno name\r\n--XbX--\r\n",
                "preamble\r\n--XbX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XbX--\r\n",
                "--XbX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XbX--\r\nepilogue",
                "--XbX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n",
                "--XbX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XbX",
                "--XbX\r\nContent-Disposition: form-data; name=a",
                "--XbX\nContent-Disposition: form-data; name=a\n\nx\n--XbX--\n",
                "--XbX\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--XbX--\r\n"
            })
    void whatIsNoForm(String body) {
        assertThrows(Refusal.class, () -> parts(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=XbX; boundary=y",
                "multipart/form-data; boundary=\"XbX",
                "multipart/form-data-x; boundary=XbX"
            })
    void noBoundary(String type) {
        byte[] body = file("filename=a", "x").getBytes(ISO_8859_1);
        assertThrows(Refusal.class, () -> Form.parts(type, body));
        assertEquals(
                "a",
                Form.parts("Multipart/Form-Data; charset=utf-8; Boundary=\"XbX\"", body)
                        .get(0)
                        .filename());
    }
}
