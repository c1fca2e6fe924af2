package dev.watchkeeper.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftEvaluationTest {
    private static final int STREAMS = 10;

    @TempDir
    private Path directory;

    @Test
    void staysWithinTheAims() throws IOException {
        List<DriftOutcome> outcomes = new ArrayList<>();
        for (DriftStream.Kind kind : DriftStream.Kind.values()) {
            for (int seed = 101; seed <= 100 + STREAMS; seed++) {
                outcomes.add(DriftEvaluation.run(new DriftStream(kind, seed)));
            }
        }

        DriftResult result = new DriftResult(outcomes);

        assertThat(result.delay(DriftStream.Kind.ABRUPT_1_SIGMA)).isLessThanOrEqualTo(100);
        assertThat(result.missed(DriftStream.Kind.ABRUPT_HALF_SIGMA)).isZero();
        assertThat(result.missed(DriftStream.Kind.VARIANCE)).isZero();
        assertThat(result.missed(DriftStream.Kind.GRADUAL)).isZero();
        assertThat(result.falsePer10k(DriftStream.Kind.NONE)).isLessThanOrEqualTo(0.2);
        assertThat(result.line())
                .matches("drift delay_1sigma=\\d+ delay_half_sigma=\\d+ missed_variance=0 false_per_10k=0\\.\\d{3}");
        result.writeTo(directory);
        assertThat(Files.readAllLines(directory.resolve("drift.csv"))).hasSize(1 + outcomes.size());
    }

    @Test
    void theSameSeedGivesTheSameOutcome() {
        DriftStream stream = new DriftStream(DriftStream.Kind.ABRUPT_1_SIGMA, 7);

        assertThat(DriftEvaluation.run(stream)).isEqualTo(DriftEvaluation.run(stream));
    }

    @Test
    void stopsWhenItIsCancelled() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> new DriftEvaluation().run(share -> {}, () -> true));
    }
}
