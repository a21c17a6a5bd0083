package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document that people read says what the catalogue says; {@code -Dmasker.write-docs} writes it anew. */
class CatalogueDocumentTest {
    private static final Path DOCUMENT = Path.of("src", "main", "docs", "catalogue.md");

    @Test
    void theDocumentIsUpToDate() throws IOException {
        if (System.getProperty("masker.write-docs") != null) {
            Files.writeString(DOCUMENT, CatalogueDocument.markdown());
        }
        assertEquals(
                CatalogueDocument.markdown(),
                Files.readString(DOCUMENT),
                DOCUMENT + " is stale: ./mvnw test -Dtest=CatalogueDocumentTest -Dmasker.write-docs");
    }
}
