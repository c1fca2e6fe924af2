package dev.watchkeeper.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.intake.CsvException;
import dev.watchkeeper.engine.intake.CsvOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvEvaluationTest {
    private static final Instant START = Instant.parse("2026-01-31T00:00:00Z");
    private static final int ROWS = 3_000;
    private static final int FAULT = 2_000;
    private static final int FAULT_ENDS = 2_120;

    @TempDir
    private Path directory;

    private static CsvEvaluation evaluation(
            @Nullable Path labels, @Nullable String column, @Nullable DetectorKind detector) {
        return new CsvEvaluation(labels, column, CsvOptions.NONE, Sensitivity.NORMAL, detector);
    }

    private CsvRun run(CsvEvaluation evaluation) throws IOException {
        return evaluation.run(directory, (done, all) -> {}, () -> false);
    }

    private Path write(String name, List<String> lines) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, lines);
    }

    private static String time(int row) {
        return START.plusSeconds(60L * row).toString();
    }

    private static boolean isFault(int row) {
        return row >= FAULT && row < FAULT_ENDS;
    }

    /** As many sensors, all of which are far off while the label is set. */
    private static List<String> recording(int sensors, int rows, String labelHeader, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        StringBuilder header = new StringBuilder("time");
        for (int sensor = 0; sensor < sensors; sensor++) {
            header.append(",flow").append(sensor);
        }
        lines.add(header + (labelHeader.isEmpty() ? "" : "," + labelHeader));
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder(time(row));
            for (int sensor = 0; sensor < sensors; sensor++) {
                line.append(String.format(
                        Locale.ROOT,
                        ",%.4f",
                        20 + random.nextGaussian() + (isFault(row) ? 15 + random.nextInt(9) : 0)));
            }
            lines.add(line + (labelHeader.isEmpty() ? "" : isFault(row) ? ",1" : ",0"));
        }
        return lines;
    }

    @Test
    void aFaultOfOneSensorIsFoundAtOnce() throws IOException {
        write("one.csv", recording(1, ROWS, "is_anomaly", 1));

        CsvRun run = run(evaluation(null, null, null));

        assertThat(run.events().found()).isEqualTo(1);
        assertThat(run.events().missed()).isZero();
        assertThat(run.delay().orElseThrow()).isLessThan(Duration.ofMinutes(10));
        assertThat(run.line())
                .matches("csv f1=\\d\\.\\d{3} events_f1=\\d\\.\\d{3} precision=\\d\\.\\d{3} recall=\\d\\.\\d{3}"
                        + " false_per_day=\\d+\\.\\d\\d requested_per_day=\\d+\\.\\d\\d");
    }

    @Test
    void sensorsOfOneFileAreAlsoJudgedTogether() throws IOException {
        write(
                "many.csv",
                recording(4, ROWS, "anomaly,changepoint", 2).stream()
                        .map(line -> line.endsWith("changepoint") ? line : line + ",0")
                        .toList());

        CsvRun run = run(evaluation(null, null, null));

        assertThat(run.events().found()).isEqualTo(1);
        assertThat(run.rate().ratio()).isLessThan(1.5);
        assertThat(run.rows().recall()).isGreaterThan(0.9);
        assertThat(run.rows().precision()).isGreaterThan(0.5);
        assertThat(run.recordings().get(0).recording().sensors()).hasSize(4);
    }

    @Test
    void eachDetectorCanBeRunByItself() throws IOException {
        write("many.csv", recording(4, ROWS, "label", 2));

        for (DetectorKind kind : DetectorKind.values()) {
            CsvRun run = run(evaluation(null, null, kind));

            assertThat(run.rows().hits()).as(kind.word()).isGreaterThan((FAULT_ENDS - FAULT) / 3);
        }
    }

    @Test
    void whatComesLaterChangesNothingBefore() throws IOException {
        List<String> lines = recording(2, ROWS, "label", 3);
        write("whole.csv", lines);
        CsvRun whole = run(evaluation(null, null, null));
        write("whole.csv", lines.subList(0, 2_101));
        CsvRun beginning = run(evaluation(null, null, null));

        for (int row = 0; row < 2_100; row++) {
            assertThat(beginning.recordings().get(0).isMarked(row))
                    .isEqualTo(whole.recordings().get(0).isMarked(row));
        }
    }

    @Test
    void theLabelColumnCanBeNamedWhateverItsName() throws IOException {
        write("one.csv", recording(1, ROWS, "broken", 1));

        CsvRun run = run(evaluation(null, "Broken", null));

        assertThat(run.recordings().get(0).recording().sensors()).hasSize(1);
        assertThat(run.rows().hits() + run.rows().missed()).isEqualTo(FAULT_ENDS - FAULT);
    }

    @Test
    void windowsComeAsJsonOrCsv() throws IOException {
        write("plant/one.csv", recording(1, ROWS, "", 1));
        String from = time(FAULT);
        String to = time(FAULT_ENDS - 1);
        List<Path> labels = List.of(
                write("by-file.json", List.of("{\"plant/one.csv\": [[\"" + from + "\", \"" + to + "\"]]}")),
                write("list.json", List.of("[[\"2026-02-01 09:20:00\", \"2026-02-01 11:19:00.000000\"]]")),
                write("labels.txt", List.of("start;end", from + ";" + to)),
                write("with-file.txt", List.of("file,start,end", "one.csv," + from + "," + to)));

        for (Path file : labels) {
            CsvRun run = evaluation(file, null, null).run(directory.resolve("plant"), (done, all) -> {}, () -> false);

            assertThat(run.rows().hits() + run.rows().missed())
                    .as(file.toString())
                    .isEqualTo(FAULT_ENDS - FAULT);
            assertThat(run.events().found()).isEqualTo(1);
        }
    }

    @Test
    void aFileWithOneValueALineIsReadToo() throws IOException {
        Random random = new Random(4);
        List<String> lines = new ArrayList<>(List.of("time,sensor,value,label"));
        for (int row = 0; row < 1_000; row++) {
            for (String sensor : List.of("flow", "level")) {
                lines.add(time(row) + "," + sensor + "," + random.nextGaussian() + "," + (row >= 900 ? 1 : 0));
            }
        }
        write("long.csv", lines);

        LabelledRecording recording =
                run(evaluation(null, null, null)).recordings().get(0).recording();

        assertThat(recording.size()).isEqualTo(1_000);
        assertThat(recording.sensors()).hasSize(2);
        assertThat(recording.isAnomalous(899)).isFalse();
        assertThat(recording.isAnomalous(900)).isTrue();
        assertThat(recording.windows()).hasSize(1);
    }

    @Test
    void requestedFalseAlarmsCountTheAllowanceOfTheFirstDayAndEveryDetector() throws IOException {
        write("quiet.csv", recording(2, FAULT, "label", 5));

        AlarmRate rate = run(evaluation(null, null, null)).rate();

        double days = (FAULT - 400) / 1_440.0;
        assertThat(rate.days()).isCloseTo(days, within(1e-6));
        assertThat(rate.requestedPerDay()).isBetween(3 * 0.7, 3 * 0.7 * 2);
        assertThat(rate.ratio()).isLessThan(2);
    }

    @Test
    void resultsAndReportAreWritten() throws IOException {
        write("plant/one.csv", recording(1, ROWS, "label", 1));
        write("plant/<b>.csv", recording(3, ROWS, "label", 2));
        Path out = directory.resolve("out");
        CsvRun run = evaluation(null, null, null).run(directory.resolve("plant"), (done, all) -> {}, () -> false);

        run.writeTo(out);
        new CsvReport(run).write(out.resolve("report.html"));

        List<String> lines = Files.readAllLines(out.resolve("one.csv"));
        assertThat(lines).hasSize(ROWS + 1);
        assertThat(lines.get(0)).isEqualTo("timestamp,score,prediction,label");
        assertThat(lines.get(1)).isEqualTo(time(0) + ",0.000000,0,0");
        assertThat(lines.get(FAULT + 30)).endsWith(",1,1");
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("2 of 2", "labelled windows found", "&lt;b&gt;.csv", "<svg")
                .doesNotContain("<b>.csv", "http:", "https:", "<script");
    }

    @Test
    void missingLabelsAreToldWithWhatWasLookedFor() throws IOException {
        Path file = write("one.csv", recording(1, ROWS, "", 1));

        assertThatThrownBy(() -> evaluation(null, null, null).run(file, (done, all) -> {}, () -> false))
                .hasMessageContaining("one.csv")
                .hasMessageContaining("is_anomaly")
                .hasMessageContaining("--labels");
        assertThatThrownBy(() -> evaluation(null, "bad", null).run(file, (done, all) -> {}, () -> false))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("no column bad")
                .hasMessageContaining("flow0");
        assertThatThrownBy(() -> evaluation(null, "flow0", null).run(file, (done, all) -> {}, () -> false))
                .isInstanceOf(CsvException.class);
    }

    @Test
    void inADirectoryAFileWithoutLabelsIsLeftOutAndNamed() throws IOException {
        write("a.csv", recording(1, ROWS, "label", 1));
        write("b.csv", recording(1, ROWS, "", 1));

        CsvRun run = run(evaluation(null, null, null));

        assertThat(run.recordings()).hasSize(1);
        assertThat(run.remarks()).singleElement().asString().contains("b.csv", "left out");
    }

    @Test
    void badLabelFilesAreToldApart() throws IOException {
        write("data/one.csv", recording(1, ROWS, "", 1));
        Path data = directory.resolve("data");

        assertThatThrownBy(() -> labelled("{\"one.csv\": [[\"yesterday\", \"today\"]]}", data))
                .hasMessageContaining("yesterday");
        assertThatThrownBy(() -> labelled("{\"one.csv\": [\"2026-01-31\"]}", data))
                .hasMessageContaining("no window");
        assertThatThrownBy(() -> labelled("{\"other.csv\": []}", data)).hasMessageContaining("one.csv");
        assertThatThrownBy(() -> labelled("from,to\n1,2", data)).hasMessageContaining("start");
        assertThatThrownBy(() -> labelled("{\"one.csv\": ", data)).isInstanceOf(CsvException.class);
        assertThatThrownBy(() -> labelled("start,end\n2026-02-02,2026-02-01", data))
                .hasMessageContaining("ends before");
    }

    private void labelled(String labels, Path data) throws IOException {
        evaluation(write("labels", List.of(labels)), null, null).run(data, (done, all) -> {}, () -> false);
    }

    @Test
    void tooFewRowsAreToldAndSoIsAnEmptyDirectory() throws IOException {
        assertThatThrownBy(() -> run(evaluation(null, null, null)))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining(".csv");
        write("short.csv", recording(1, 300, "label", 1));

        assertThatThrownBy(() -> run(evaluation(null, null, null)))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("400");
    }

    @Test
    void aCancelledRunEnds() throws IOException {
        write("a.csv", recording(1, 500, "label", 1));
        write("b.csv", recording(1, 500, "label", 1));

        assertThatThrownBy(() -> evaluation(null, null, null).run(directory, (done, all) -> {}, () -> true))
                .isInstanceOf(CancellationException.class);
    }
}
