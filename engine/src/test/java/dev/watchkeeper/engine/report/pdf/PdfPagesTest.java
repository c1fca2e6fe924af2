package dev.watchkeeper.engine.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.report.pdf.PdfTable.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPagesTest {
    private static final Instant AT = Instant.parse("2026-03-17T05:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theHeadOfATableStandsOnEachPageAndEveryRowOnOne() throws IOException {
        PdfTable table = new PdfTable(List.of("Number", "Words"), 0.2f, 0.8f);
        for (int i = 0; i < 200; i++) {
            table.row(Cell.of("row-" + i), Cell.strong("some words"));
        }

        List<String> pages = written(table);

        assertThat(pages)
                .hasSizeGreaterThan(3)
                .allSatisfy(page -> assertThat(page).contains("Number", "Words"));
        for (int i = 0; i < 200; i++) {
            String row = "row-" + i + " some words";
            assertThat(pages.stream().filter(page -> page.contains(row + "\n") || page.contains(row + "\r")))
                    .hasSize(1);
        }
    }

    @Test
    void longWordsAndSignsThatNoFontHasDoNotStopAReport() throws IOException {
        PdfTable table = new PdfTable(List.of("Number", "Words"), 0.2f, 0.8f);
        table.row(Cell.of("x".repeat(400)), Cell.of("tab\there, bell\u0007, pump \uD83D\uDE80, ≥ 5 °C, Łódź, Ωμέγα"));

        assertThat(written(table).get(0)).contains("tab here, bell , pump ?, ≥ 5 °C, Łódź, Ωμέγα");
    }

    @Test
    void aRowThatIsLongerThanAPageIsCutAndDoesNotGoOnForever() throws IOException {
        PdfTable table = new PdfTable(List.of("Words"), 1);
        table.row(Cell.of("word ".repeat(20_000))).row(Cell.of("after"));

        List<String> pages = written(table);

        assertThat(pages).hasSizeLessThan(4);
        assertThat(pages.get(pages.size() - 1)).contains("after");
    }

    @Test
    void everyPageHasItsNumberAndTheDocumentItsTitle() throws IOException {
        Path file = folder.resolve("pages.pdf");
        try (PdfPages pages = new PdfPages("A title", "at the foot", AT, ZoneOffset.UTC)) {
            for (int i = 0; i < 100; i++) {
                pages.heading("Heading " + i);
                pages.paragraph("Words.");
            }
            pages.save(file);
        }

        assertThat(texts(file)).allSatisfy(page -> assertThat(page).contains("at the foot"));
        assertThat(texts(file).get(1)).contains("Page 2 of " + texts(file).size());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A title");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(AT);
        }
    }

    @Test
    void aRowWithTooFewCellsIsRefused() {
        PdfTable table = new PdfTable(List.of("Number", "Words"), 0.2f, 0.8f);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row(Cell.soft("alone")))
                .withMessage("a row has 1 cells, not 2");
    }

    private List<String> written(PdfTable table) throws IOException {
        Path file = folder.resolve("table.pdf");
        try (PdfPages pages = new PdfPages("Table", "", AT, ZoneOffset.UTC)) {
            pages.table(table);
            pages.save(file);
        }
        return texts(file);
    }

    private static List<String> texts(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            List<String> texts = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(document));
            }
            return texts;
        }
    }
}
