package dev.watchkeeper.engine.detect.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.DetectorContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateOfChangeDetectorTest extends DetectorContract {
    private static final Duration OVER = Duration.ofSeconds(10);

    @Override
    protected Detector fresh() {
        return new RateOfChangeDetector(0.8, 0.1, OVER);
    }

    @Override
    protected Detector freshInOtherUnit() {
        return new RateOfChangeDetector(800, 100, OVER);
    }

    @Override
    protected Detector restored(byte[] snapshot) {
        return RateOfChangeDetector.restore(snapshot);
    }

    @Override
    protected int mostSnapshotBytes() {
        return 64;
    }

    @Override
    protected String fixture() {
        return "rate-of-change-detector-v1.bin";
    }

    @Override
    protected boolean warmsUp() {
        return false;
    }

    @Override
    protected boolean dependsOnTime() {
        return true;
    }

    private static RateOfChangeDetector twoASecond() {
        return new RateOfChangeDetector(2, 0.5, Duration.ofSeconds(10));
    }

    @Test
    void aValueThatChangesTooFastScoresUntilItIsSlowerByTheDeadband() {
        RateOfChangeDetector detector = twoASecond();

        assertThat(score(detector, 0, 0)).isZero();
        assertThat(score(detector, 10, 20)).isZero();
        assertThat(score(detector, 20, 41)).isEqualTo(1);
        assertThat(score(detector, 30, 57)).isEqualTo(1);
        assertThat(score(detector, 40, 71)).isZero();
        assertThat(score(detector, 50, 40)).isEqualTo(1);
    }

    @Test
    void noiseWithinTheTimeOverWhichTheRateIsTakenDoesNotCount() {
        RateOfChangeDetector detector = twoASecond();

        for (int second = 0; second <= 100; second++) {
            assertThat(score(detector, second, second % 2 == 0 ? 0 : 9)).isZero();
        }
    }

    @Test
    void missingValuesAndLateReadingsSayNothing() {
        RateOfChangeDetector detector = twoASecond();
        score(detector, 100, 0);

        assertThat(score(detector, 110, Double.NaN)).isZero();
        assertThat(score(detector, 90, 1_000)).isZero();
        assertThat(score(detector, 120, Double.POSITIVE_INFINITY)).isZero();
        assertThat(score(detector, 130, 90)).isEqualTo(1);
    }

    @Test
    void aGapCountsByItsMeanRate() {
        RateOfChangeDetector detector = twoASecond();
        score(detector, 0, 0);

        assertThat(score(detector, 3_600, 7_000)).isZero();
    }

    @Test
    void aRestoredDetectorGoesOn() {
        RateOfChangeDetector detector = twoASecond();
        score(detector, 0, 0);
        score(detector, 10, 25);

        RateOfChangeDetector copy = RateOfChangeDetector.restore(detector.snapshot());

        assertThat(copy.snapshot()).isEqualTo(detector.snapshot());
        assertThat(score(copy, 20, 42)).isEqualTo(1);
        assertThat(score(copy, 30, 50)).isZero();
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateOfChangeDetector(0, 0, second))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateOfChangeDetector(1, 1, second))
                .withMessageContaining("deadband");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateOfChangeDetector(1, 0, Duration.ZERO))
                .withMessageContaining("PT0S");
    }

    private static double score(RateOfChangeDetector detector, long second, double value) {
        return detector.score(second * 1_000, new double[] {value}).value();
    }
}
