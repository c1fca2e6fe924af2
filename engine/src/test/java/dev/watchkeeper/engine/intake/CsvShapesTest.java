package dev.watchkeeper.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvShapesTest {
    /** Names a folder with more files, such as public benchmarks, that have to be readable too. */
    private static final String MORE_FILES = "watchkeeper.test.csv";

    private static final AssetId ASSET = new AssetId("A");

    @Test
    void readsOneSensor() {
        Path file = file("one-sensor.csv");

        assertThat(readings(file))
                .containsExactly(
                        reading("value", "2026-02-26T21:42:53Z", 35),
                        reading("value", "2026-02-26T21:47:53Z", 41.25),
                        reading("value", "2026-02-26T21:52:53Z", -0.03));
    }

    @Test
    void readsSeveralSensorsAndTheirLabels() {
        Path file = file("pump-loop.csv");

        List<CsvRow> rows = rows(file);

        assertThat(rows)
                .last()
                .isEqualTo(new AcceptedRow(
                        4,
                        List.of(
                                reading("Vibration", "2026-03-09T14:34:43Z", 0.02799),
                                reading("Current", "2026-03-09T14:34:43Z", 1.15288),
                                reading("Flow Rate", "2026-03-09T14:34:43Z", 33)),
                        0,
                        Set.of("anomaly")));
        assertThat((AcceptedRow) rows.get(1))
                .returns(1, AcceptedRow::missing)
                .returns(Set.of("anomaly", "changepoint"), AcceptedRow::labels)
                .returns(2, row -> row.readings().size());
    }

    @Test
    void readsDateAndClockApartWithDecimalCommas() {
        Path file = file("german-logger.csv");

        assertThat(readings(file))
                .containsExactly(
                        reading("Druck", "2026-01-31T23:59:59.500Z", 1.25),
                        reading("Durchfluss", "2026-01-31T23:59:59.500Z", 1234.5),
                        reading("Druck", "2026-02-01T00:00:00.500Z", 1.5),
                        reading("Durchfluss", "2026-02-01T00:00:00.500Z", 99));
        assertThat(CsvLayoutFinder.find(file, CsvOptions.NONE).remarks())
                .containsExactly("Column Status does not hold numbers and is left out.");
        assertThat(CsvAssets.describe(file, CsvLayoutFinder.find(file, CsvOptions.NONE), ASSET)
                        .sensors())
                .extracting(Sensor::unit)
                .containsExactly(new Unit("bar"), new Unit("m³/h"));
    }

    @Test
    void passesOverWhatStandsAboveTheHeaderAndTakesALineOfUnits() {
        Path file = file("preamble-and-units.csv");
        CsvLayout layout = CsvLayoutFinder.find(file, CsvOptions.NONE);

        assertThat(layout.values())
                .containsExactly(new CsvColumn(1, "Flow", new Unit("m3/h")), new CsvColumn(2, "Level", new Unit("m")));
        assertThat(readings(file))
                .containsExactly(
                        reading("Flow", "2026-01-31T12:00:00.250Z", 1),
                        reading("Level", "2026-01-31T12:00:00.250Z", 2),
                        reading("Flow", "2026-01-31T12:00:01.250Z", 1));
    }

    @Test
    void readsSecondsSince1970WithoutAHeader() {
        Path file = file("no-header-epoch.csv");

        assertThat(readings(file))
                .hasSize(6)
                .startsWith(
                        reading("column 2", "2025-11-24T16:00:00Z", 1.5),
                        reading("column 3", "2025-11-24T16:00:00Z", 2));
    }

    @Test
    void readsAFileWithTheSensorsNameInAColumn() {
        Path file = file("long.tsv.csv");

        assertThat(readings(file))
                .containsExactly(
                        reading("flow", "2025-11-24T16:00:00Z", 1.5),
                        reading("level", "2025-11-24T16:00:00Z", 2),
                        reading("flow", "2025-11-24T16:00:01Z", 1.6));
        assertThat(CsvAssets.describe(file, CsvLayoutFinder.find(file, CsvOptions.NONE), ASSET)
                        .sensors())
                .extracting(sensor -> sensor.id().name())
                .containsExactly("flow", "level");
    }

    @Test
    void seesThatAColumnTellsLinesOfTheSameTimeApart() {
        assertThat(readings(file("long-by-data.csv")))
                .containsExactly(
                        reading("flow-in", "2026-01-31T12:00:00Z", 1.5), reading("level", "2026-01-31T12:00:00Z", 2));
    }

    @Test
    void readsQuotedThousandsHalfDaysAndTruthValuesButNoRowNumbers() {
        List<CsvRow> rows = rows(file("us-quoted.csv"));

        assertThat(rows)
                .element(1)
                .isEqualTo(new AcceptedRow(
                        3,
                        List.of(
                                reading("Temp \"A\"", "2026-01-31T13:05:10Z", 1235),
                                reading("running", "2026-01-31T13:05:10Z", 0)),
                        0,
                        Set.of("is_anomaly")));
    }

    @ParameterizedTest
    @MethodSource("allFiles")
    void readsEveryLineOfEveryFile(Path file) {
        List<CsvRow> rows = rows(file);

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).isInstanceOf(AcceptedRow.class));
        assertThat(rows.stream().mapToInt(row -> row.readings().size()).sum()).isPositive();
    }

    static Stream<Path> allFiles() throws IOException {
        String more = System.getProperty(MORE_FILES, "");
        Stream<Path> own = csvBelow(file("one-sensor.csv").resolveSibling("."));
        return more.isEmpty() ? own : Stream.concat(own, csvBelow(Path.of(more)));
    }

    private static Stream<Path> csvBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream();
        }
    }

    private static List<Reading> readings(Path file) {
        return rows(file).stream().flatMap(row -> row.readings().stream()).toList();
    }

    private static List<CsvRow> rows(Path file) {
        List<CsvRow> rows = new ArrayList<>();
        try (CsvReadings readings = new CsvReadings(file, CsvLayoutFinder.find(file, CsvOptions.NONE), ASSET)) {
            readings.forEachRemaining(rows::add);
            assertThat(readings.bytesRead()).isEqualTo(readings.totalBytes()).isEqualTo(Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Reading reading(String sensor, String time, double value) {
        return Reading.good(new SensorId(ASSET, sensor), Instant.parse(time), value);
    }

    private static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(CsvShapesTest.class.getResource("csv/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
