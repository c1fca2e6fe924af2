package dev.watchkeeper.engine.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.watchkeeper.engine.alarm.Alarm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftReportTest {
    @TempDir
    Path folder;

    @Test
    void aReportHasTheAlarmsOfItsSpanAndWhatNobodyHasAcknowledgedSince() {
        ShiftReport report = new Shift().report();

        assertThat(report.alarms())
                .hasSize(45)
                .isSortedAccordingTo((a, b) -> a.openedAt().compareTo(b.openedAt()));
        assertThat(report.unacknowledged())
                .hasSize(45)
                .extracting(Alarm::asset)
                .first()
                .hasToString("pump-0");
        assertThat(report.unacknowledged()).anyMatch(alarm -> alarm.openedAt().isBefore(Shift.START));
        assertThat(report.labels()).hasSize(1);
        assertThat(report.spans()).hasSize(1);
    }

    @Test
    void thePdfCanBeReadAndTellsEverything() throws IOException {
        Path file = folder.resolve("shift.pdf");

        ShiftFile.write(new Shift().report(), file);

        String text = text(file);
        assertThat(text)
                .contains(
                        "Alarm report",
                        "Mon 16 Mar 2026 22:00 to Tue 17 Mar 2026 06:00",
                        "Beyond",
                        "wet-well",
                        "An off-delay of 10 s would have left 1 of 30",
                        "k.sato",
                        "Not an anomaly: test run",
                        "bearing greased",
                        "Shelved now",
                        "Page 1 of");
        assertThat(text).contains("Стан → ??").doesNotContain("位");
    }

    @Test
    void thePdfOfAQuietShiftSaysSo() throws IOException {
        Path file = folder.resolve("quiet.pdf");

        ShiftFile.write(Shift.quiet(), file);

        assertThat(text(file))
                .contains(
                        "No alarm; every figure is within what the standard asks.",
                        "Nothing waits to be acknowledged.",
                        "None: at no moment had more than ten alarms come in ten minutes.",
                        "None opened.");
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        ShiftReport report = new Shift().report();

        ShiftFile.write(report, folder.resolve("one.pdf"));
        ShiftFile.write(report, folder.resolve("other.pdf"));

        assertThat(folder.resolve("one.pdf")).hasSameBinaryContentAs(folder.resolve("other.pdf"));
    }

    @Test
    void everyRowOfTheCsvHasEveryColumnAndSaysWhatItIs() throws IOException {
        List<NamedCsvRecord> rows = csv(new Shift().report());

        assertThat(rows).allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(24));
        assertThat(rows.stream().filter(row -> section(row).equals("kpi"))).hasSize(10);
        assertThat(rows.stream().filter(row -> section(row).equals("load"))).hasSize(48);
        assertThat(rows.stream().filter(row -> section(row).equals("alarm"))).hasSize(45);
        assertThat(rows.stream().filter(row -> section(row).equals("unacknowledged")))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("asset")).isEqualTo("wet-well"));
        assertThat(rows.stream().filter(row -> section(row).equals("label")))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("label_reason")).isEqualTo("bearing greased"));
        assertThat(Files.readString(folder.resolve("shift.csv")))
                .contains("\r\n")
                .doesNotContain("\r\r");
    }

    @Test
    void noCellOfTheCsvIsTakenForAFormula() throws IOException {
        List<NamedCsvRecord> rows = csv(new Shift().report());

        assertThat(rows)
                .flatExtracting(NamedCsvRecord::getFields)
                .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*"));
        assertThat(rows).anySatisfy(row -> assertThat(row.getField("asset")).isEqualTo("'" + Shift.FORMULA));
        assertThat(rows).anySatisfy(row -> assertThat(row.getField("note")).isEqualTo("'-strainer cleaned, 100 %"));
    }

    @Test
    void anotherFormatIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShiftFile.write(Shift.quiet(), folder.resolve("shift.doc")))
                .withMessageContaining("shift.doc");
    }

    private List<NamedCsvRecord> csv(ShiftReport report) throws IOException {
        Path file = folder.resolve("shift.csv");
        ShiftFile.write(report, file);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    private static String section(NamedCsvRecord row) {
        return row.getField("section");
    }

    /** In reading order, with the breaks of wrapped lines as spaces. */
    private static String text(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
