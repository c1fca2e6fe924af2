package dev.watchkeeper.engine.model.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RobustScalerTest {
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void learnsMedianAndSpreadOfAMillionReadings() {
        Random random = new Random(11);
        RobustScaler.Fitter fitter = new RobustScaler.Fitter(FLOW);
        for (int i = 0; i < 1_000_000; i++) {
            fitter.add(START.plusSeconds(i), 50 + 3 * random.nextGaussian());
        }

        RobustScaler scaler = fitter.fit().orElseThrow();

        assertThat(scaler.median()).isCloseTo(50, within(0.3));
        assertThat(scaler.spread()).isCloseTo(3, within(0.3));
        assertThat(scaler.samples()).isEqualTo(1_000_000);
        assertThat(scaler.fittedOn())
                .isEqualTo(new TimeSpan(START, START.plusSeconds(999_999).plusMillis(1)));
    }

    @Test
    void singleOutliersDoNotMoveIt() {
        Random random = new Random(11);
        RobustScaler.Fitter clean = new RobustScaler.Fitter(FLOW);
        RobustScaler.Fitter dirty = new RobustScaler.Fitter(FLOW);
        for (int i = 0; i < 2_000; i++) {
            double value = random.nextGaussian();
            clean.add(START.plusSeconds(i), value);
            dirty.add(START.plusSeconds(i), i % 100 == 0 ? 20 : value);
        }

        assertThat(dirty.fit().orElseThrow().spread())
                .isCloseTo(clean.fit().orElseThrow().spread(), within(0.1));
    }

    @Test
    void scalesAndUnscales() {
        RobustScaler scaler = new RobustScaler(FLOW, new TimeSpan(START, START.plusSeconds(1)), 1, 50, 4);

        assertThat(scaler.scale(58)).isEqualTo(2);
        assertThat(scaler.unscale(2)).isEqualTo(58);
    }

    @Test
    void aConstantSensorStillHasASpread() {
        RobustScaler.Fitter fitter = new RobustScaler.Fitter(FLOW);
        fitter.add(START, 200);
        fitter.add(START.plusSeconds(1), 200);

        assertThat(fitter.fit().orElseThrow().spread()).isCloseTo(200e-6, within(1e-12));
    }

    @Test
    void whatIsNotFiniteTeachesNothing() {
        RobustScaler.Fitter fitter = new RobustScaler.Fitter(FLOW);
        fitter.add(START, Double.NaN);
        fitter.add(START, Double.POSITIVE_INFINITY);

        assertThat(fitter.fit()).isEmpty();
    }

    @Test
    void refusesASpreadOfZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RobustScaler(FLOW, new TimeSpan(START, START.plusSeconds(1)), 1, 50, 0));
    }

    @Test
    void aThinnedSampleIsEvenOverAPeriodicSignal() {
        ThinnedSample sample = new ThinnedSample(512);
        for (int i = 0; i < 100_000; i++) {
            sample.add(i % 64);
        }

        double[] sorted = sample.sorted();

        assertThat(sorted.length).isBetween(256, 512);
        assertThat(Arrays.stream(sorted).average().orElseThrow()).isCloseTo(31.5, within(4.0));
        assertThat(sample.seen()).isEqualTo(100_000);
    }
}
