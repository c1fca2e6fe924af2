package dev.watchkeeper.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.engine.detect.NoveltyDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NabEvaluationTest {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int ROWS = 2_000;
    private static final int STEP = 1_200;

    @TempDir
    Path directory;

    /** Two files of noise; the first steps up in a labelled window. */
    private Path corpus() throws IOException {
        Files.createDirectories(directory.resolve("labels"));
        Files.createDirectories(directory.resolve("machines"));
        write("machines/stepping.csv", 10);
        write("machines/steady.csv", 0);
        Files.writeString(directory.resolve("labels/combined_windows.json"), """
                {"machines/stepping.csv": [["%s.000000", "%s.000000"]], "machines/steady.csv": []}
                """.formatted(
                        timestamp(STEP - 10), timestamp(STEP + 90)));
        return directory;
    }

    private static String timestamp(int row) {
        return LocalDateTime.of(2014, 4, 1, 0, 0).plusMinutes(5L * row).format(TIMESTAMP);
    }

    private void write(String name, double step) throws IOException {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>(List.of("timestamp,value"));
        for (int row = 0; row < ROWS; row++) {
            double value = 20 + random.nextGaussian() + (row < STEP ? 0 : step);
            lines.add(timestamp(row) + "," + value);
        }
        Files.write(directory.resolve(name), lines);
    }

    @Test
    void aStepInItsWindowIsFound() throws IOException {
        NabRun run = new NabEvaluation(corpus(), NoveltyDetector::new, Runnable::run).run((done, all) -> {});

        NabResult result = run.result();

        assertThat(result.standard()).isGreaterThan(90);
        assertThat(result.line())
                .matches("nab standard=\\d+\\.\\d\\d low_fp=\\d+\\.\\d\\d low_fn=\\d+\\.\\d\\d half=-?\\d+\\.\\d\\d");
    }

    @Test
    void progressIsToldFileByFile() throws IOException {
        List<String> told = new ArrayList<>();

        new NabEvaluation(corpus(), NoveltyDetector::new, Runnable::run).run((done, all) -> told.add(done + "/" + all));

        assertThat(told).containsExactly("1/2", "2/2");
    }

    @Test
    void aCancelledRunEnds() throws IOException {
        NabEvaluation evaluation = new NabEvaluation(corpus(), NoveltyDetector::new, Runnable::run);

        assertThatThrownBy(() -> evaluation.run((done, all) -> evaluation.cancel()))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void scoresAreWrittenInTheLayoutOfTheBenchmark() throws IOException {
        NabRun run = new NabEvaluation(corpus(), NoveltyDetector::new, Runnable::run).run((done, all) -> {});
        Path out = directory.resolve("out");

        run.writeTo(out, "watchkeeper");

        List<String> lines = Files.readAllLines(out.resolve("machines/watchkeeper_stepping.csv"));
        assertThat(lines).hasSize(ROWS + 1);
        assertThat(lines.get(0)).isEqualTo("timestamp,value,anomaly_score,label");
        assertThat(lines.get(1)).startsWith(timestamp(0) + ",").endsWith(",0.0,0");
        assertThat(lines.get(STEP + 1)).endsWith(",1");
        assertThat(out.resolve("machines/watchkeeper_steady.csv")).exists();
    }

    @Test
    void aMissingCorpusIsNamed() {
        NabEvaluation evaluation = new NabEvaluation(directory, NoveltyDetector::new, Runnable::run);

        assertThatThrownBy(() -> evaluation.run((done, all) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("combined_windows.json");
    }

    @Test
    void aDamagedFileIsNamedWithItsRow() throws IOException {
        corpus();
        Files.writeString(directory.resolve("machines/steady.csv"), "timestamp,value\n2014-04-01 00:00:00,many\n");
        NabEvaluation evaluation = new NabEvaluation(directory, NoveltyDetector::new, Runnable::run);

        assertThatThrownBy(() -> evaluation.run((done, all) -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("steady.csv")
                .hasMessageContaining("row 1");
    }
}
