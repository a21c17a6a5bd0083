package io.awsmasker.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.awsmasker.detect.catalogue.Grammar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource
    void theDocumentExplainsEachColumn(Grammar.Column column) {
        assertTrue(
                CatalogueDocument.markdown().contains("\n- **" + column.name().toLowerCase(Locale.ROOT) + "**: "));
    }
}
