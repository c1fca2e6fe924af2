package dev.watchkeeper.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DetectorBenchTest {
    @Test
    void everyDetectorIsFedTheSameAndItsSpeedToldByTheClock() {
        AtomicLong clock = new AtomicLong();
        DetectorBench bench = new DetectorBench(5, () -> clock.addAndGet(1_000_000), 50);

        List<DetectorBench.Speed> speeds = bench.run(what -> {});

        assertThat(speeds).hasSize(12);
        assertThat(speeds)
                .allSatisfy(speed -> assertThat(speed.pointsPerSecond()).isEqualTo(200_000));
        assertThat(DetectorBench.line(speeds))
                .startsWith("detectors points_per_s_1=200000 rcf_1=200000 svm_1=200000 points_per_s_8=200000")
                .contains("points_per_s_1_noise=200000", "svm_8_noise=200000");
        assertThat(speeds.get(0)).asString().contains("plant", "1 sensor", "watchkeeper", "200,000 points/s");
    }
}
