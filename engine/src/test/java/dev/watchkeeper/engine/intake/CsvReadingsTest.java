package dev.watchkeeper.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReadingsTest {
    private static final String HEAD = """
            time,flow,level
            2026-01-31T12:00:00Z,1,2
            2026-01-31T12:00:01Z,1,2
            2026-01-31T12:00:02Z,1,2
            2026-01-31T12:00:03Z,1,2
            2026-01-31T12:00:04Z,1,2
            """;

    @TempDir
    Path folder;

    @Test
    void rejectsALineWhoseTimeCannotBeRead() throws IOException {
        CsvRow row = lastRow(HEAD + "yesterday,1,2\n");

        assertThat(row)
                .isEqualTo(new RejectedRow(
                        7, List.of(), "The time \"yesterday\" is not written as uuuu-M-d H:mm[:ss].", "yesterday,1,2"));
    }

    @Test
    void rejectsALineWithTextInAColumnOfNumbersButGivesItsSoundCells() throws IOException {
        CsvRow row = lastRow(HEAD + "2026-01-31T12:00:05Z,open,2\n");

        assertThat(row).isInstanceOf(RejectedRow.class);
        assertThat(((RejectedRow) row).reason()).isEqualTo("In column flow \"open\" is not a number.");
        assertThat(row.readings()).extracting(Reading::sensor).containsExactly(SensorId.of("A", "level"));
    }

    @Test
    void countsMissingCellsWithoutRejectingTheLine() throws IOException {
        for (String missing : List.of("", "NA", "NaN", "null", "n/a", "-")) {
            CsvRow row = lastRow(HEAD + "2026-01-31T12:00:05Z," + missing + ",2\n");

            assertThat(row).isInstanceOf(AcceptedRow.class);
            assertThat(((AcceptedRow) row).missing()).isEqualTo(1);
            assertThat(row.readings()).hasSize(1);
        }
    }

    @Test
    void rejectsALineThatIsCutOff() throws IOException {
        assertThat(reason(HEAD + "2026-01-31T12:00:05Z,1")).isEqualTo("The line has 2 cells, not 3.");
    }

    @Test
    void rejectsANumberThatIsNotFinite() throws IOException {
        assertThat(reason(HEAD + "2026-01-31T12:00:05Z,Infinity,1\n")).contains("is not a number");
        assertThat(reason(HEAD + "2026-01-31T12:00:05Z,1e999,1\n")).contains("is too large");
    }

    @Test
    void rejectsOnlyTheLineWhoseQuoteIsNotClosed() throws IOException {
        List<CsvRow> rows = rows(HEAD + "\"2026-01-31T12:00:05Z,1,2\n2026-01-31T12:00:06Z,1,2\n");

        assertThat(rows).hasSize(7);
        assertThat(rows.get(5)).isInstanceOf(RejectedRow.class);
        assertThat(rows.get(6)).isInstanceOf(AcceptedRow.class).returns(8L, CsvRow::line);
    }

    @Test
    void takesACellOverSeveralLinesAsOne() throws IOException {
        List<CsvRow> rows = rows("time,\"flow\n[m3/h]\"\n2026-01-31T12:00:00Z,1\n");

        assertThat(rows).singleElement().returns(3L, CsvRow::line);
        assertThat(rows.get(0).readings()).extracting(Reading::sensor).containsExactly(SensorId.of("A", "flow"));
    }

    @Test
    void rejectsAnEndlessLineWithoutKeepingIt() throws IOException {
        RejectedRow row = (RejectedRow) lastRow(HEAD + "9".repeat(5_000_000) + "\n");

        assertThat(row.reason()).isEqualTo("The line has more than 65536 characters.");
        assertThat(row.text()).hasSize(RejectedRow.LONGEST_TEXT);
    }

    @Test
    void rejectsALineWithoutTheNameOfItsSensor() throws IOException {
        String reason = reason("""
                time,sensor,value
                2026-01-31T12:00:00Z,a,1
                2026-01-31T12:00:00Z,b,1
                2026-01-31T12:00:00Z,,1
                """);

        assertThat(reason).contains("name is blank");
    }

    @Test
    void passesOverEmptyLinesAndCountsThem() throws IOException {
        assertThat(lastRow(HEAD + "\n  \n2026-01-31T12:00:05Z,1,2\r\n").line()).isEqualTo(9);
    }

    @Test
    void endsWithAnException() throws IOException {
        Path file = write(HEAD);
        try (CsvReadings readings = new CsvReadings(file, layout(file), new AssetId("A"))) {
            readings.forEachRemaining(row -> {});

            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(readings::next);
        }
    }

    @Test
    void namesTheAssetAfterTheFile() {
        assertThat(CsvAssets.nameOf(Path.of("data", "pump 1.csv"))).isEqualTo(new AssetId("pump 1"));
        assertThat(CsvAssets.nameOf(Path.of(".csv"))).isEqualTo(new AssetId(".csv"));
        assertThat(CsvAssets.nameOf(Path.of("x".repeat(200) + ".csv")).value()).hasSize(128);
    }

    private String reason(String csv) throws IOException {
        return ((RejectedRow) lastRow(csv)).reason();
    }

    private CsvRow lastRow(String csv) throws IOException {
        List<CsvRow> rows = rows(csv);
        return rows.get(rows.size() - 1);
    }

    private List<CsvRow> rows(String csv) throws IOException {
        Path file = write(csv);
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReadings readings = new CsvReadings(file, layout(file), new AssetId("A"))) {
            readings.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static CsvLayout layout(Path file) {
        return CsvLayoutFinder.find(file, CsvOptions.NONE);
    }

    private Path write(String csv) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.write(file, csv.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
