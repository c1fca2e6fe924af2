package dev.watchkeeper.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkabEvaluationTest {
    private static final int ROWS = 700;
    private static final int FAULT = 500;
    private static final int FAULT_ENDS = 600;

    @TempDir
    private Path corpus;

    @TempDir
    private Path results;

    @BeforeEach
    void writeCorpus() throws IOException {
        int seed = 0;
        for (String file : List.of("valve1/0.csv", "valve1/1.csv", "valve2/0.csv", "other/1.csv")) {
            Files.createDirectories(corpus.resolve(file).getParent());
            Files.writeString(corpus.resolve(file), recording(seed++));
        }
    }

    /** Three sensors; the second is far off while the label is set. */
    private static String recording(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("datetime;Flow;Pressure;Current;anomaly;changepoint\n");
        for (int row = 0; row < ROWS; row++) {
            boolean fault = row >= FAULT && row < FAULT_ENDS;
            text.append(String.format("2020-03-09 10:%02d:%02d;", row / 60, row % 60));
            text.append(30 + random.nextGaussian()).append(';');
            text.append(5 + random.nextGaussian() + (fault ? 20 : 0)).append(';');
            text.append(random.nextGaussian()).append(';');
            text.append(fault ? "1.0;" : "0.0;").append(row == FAULT ? "1.0\n" : "0.0\n");
        }
        return text.toString();
    }

    @Test
    void theRowsOfAllTestPartsAreCountedTogether() throws IOException {
        SkabEvaluation alwaysAlarms = new SkabEvaluation(sensors -> new Fixed(1));

        SkabRun run = alwaysAlarms.run(corpus, share -> {}, () -> false);

        assertThat(run.result()).isEqualTo(new RowCounts(400, 800, 0, 0));
        assertThat(run.line()).isEqualTo("f1=0.500 false_alarms=100.0 missed=0.0");
    }

    @Test
    void silenceMissesEverything() throws IOException {
        SkabEvaluation silent = new SkabEvaluation(sensors -> new Fixed(0));

        SkabRun run = silent.run(corpus, share -> {}, () -> false);

        assertThat(run.line()).isEqualTo("f1=0.000 false_alarms=0.0 missed=100.0");
    }

    @Test
    void theAssetDetectorFindsTheFaultsAndLittleElse() throws IOException {
        RowCounts result =
                new SkabEvaluation().run(corpus, share -> {}, () -> false).result();

        assertThat(result.f1()).isGreaterThan(0.8);
        assertThat(result.falseAlarmPercent()).isLessThan(25);
        assertThat(result.missedPercent()).isLessThan(10);
    }

    /** On the benchmark itself where {@code -Dskab=directory} tells where it is, else on the files made here. */
    @Test
    void theBarsAreKept() throws IOException {
        Path benchmark = Path.of(System.getProperty("skab", corpus.toString()));

        RowCounts result =
                new SkabEvaluation().run(benchmark, share -> {}, () -> false).result();

        System.out.println(result);
        assertThat(result.f1()).isGreaterThanOrEqualTo(0.82);
        assertThat(result.falseAlarmPercent()).isLessThanOrEqualTo(20);
    }

    @Test
    void everyFileGetsAResultWithAPredictionPerRow() throws IOException {
        new SkabEvaluation().run(corpus, share -> {}, () -> false).writeTo(results);

        List<String> lines = Files.readAllLines(results.resolve("valve1/1.csv"));

        assertThat(lines).hasSize(ROWS + 1);
        assertThat(lines.get(0)).isEqualTo("datetime,score,prediction,anomaly");
        assertThat(lines.get(1)).isEqualTo("2020-03-09 10:00:00,0.000000,0,0");
        assertThat(lines.get(FAULT + 51)).startsWith("2020-03-09 10:09:10,0.").endsWith(",1,1");
    }

    @Test
    void progressIsToldAndCancellingStops() {
        List<Double> told = new ArrayList<>();

        assertThatThrownBy(() -> new SkabEvaluation().run(corpus, told::add, () -> told.size() == 2))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("2 of 4");

        assertThat(told).containsExactly(0.25, 0.5);
    }

    @Test
    void aMissingGroupAndABadRowAreNamed() throws IOException {
        Path bad = corpus.resolve("other/1.csv");
        Files.writeString(bad, Files.readString(bad) + "2020-03-09 10:59:00;1;one;1;0;0\n");

        assertThatThrownBy(() -> new SkabEvaluation().run(corpus, share -> {}, () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(bad.toString())
                .hasMessageContaining("row " + (ROWS + 1));
        assertThatThrownBy(() -> new SkabEvaluation().run(results, share -> {}, () -> false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("valve1");
    }

    /** Says the same of every sample. */
    private record Fixed(double value) implements Detector {
        @Override
        public int sensors() {
            return 3;
        }

        @Override
        public Score score(long timeMillis, double[] values) {
            return new Score(false, value, 1, Double.NaN, Double.NaN);
        }

        @Override
        public byte[] snapshot() {
            return new byte[0];
        }
    }
}
