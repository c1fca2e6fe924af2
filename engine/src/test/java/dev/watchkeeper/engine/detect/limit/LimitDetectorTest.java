package dev.watchkeeper.engine.detect.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.DetectorContract;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LimitDetectorTest extends DetectorContract {
    @Override
    protected Detector fresh() {
        return new LimitDetector(new Limits(13, 27, 1));
    }

    @Override
    protected Detector freshInOtherUnit() {
        return new LimitDetector(new Limits(13_007, 27_007, 1_000));
    }

    @Override
    protected Detector restored(byte[] snapshot) {
        return LimitDetector.restore(snapshot);
    }

    @Override
    protected int mostSnapshotBytes() {
        return 40;
    }

    @Override
    protected String fixture() {
        return "limit-detector-v1.bin";
    }

    @Override
    protected boolean warmsUp() {
        return false;
    }

    private static final long A_DAY_MILLIS = 86_400_000;

    @Test
    void aValueBeyondALimitScoresUntilItIsInsideByTheDeadband() {
        Detector detector = new LimitDetector(new Limits(10, 90, 5));

        assertThat(scores(detector, 50, 90, 91, 88, 85.1, 85, 50)).containsExactly(0, 0, 1, 1, 1, 0, 0);
        assertThat(scores(detector, 10, 9, 14, 15)).containsExactly(0, 1, 1, 0);
    }

    @Test
    void aLimitMayBeOnOneSideOnly() {
        assertThat(scores(new LimitDetector(Limits.high(90, 0)), -1e9, 91)).containsExactly(0, 1);
        assertThat(scores(new LimitDetector(Limits.low(10, 0)), 1e9, 9)).containsExactly(0, 1);
    }

    @Test
    void onlyAValueBeyondALimitSpeaksAtAnySensitivity() {
        Detector detector = new LimitDetector(new Limits(10, 90, 5));

        Score inside = detector.score(0, new double[] {50});
        Score beyond = detector.score(1, new double[] {95});

        assertThat(new Sensitivity(1e9).speaksOn(inside, A_DAY_MILLIS)).isFalse();
        assertThat(new Sensitivity(1e-9).speaksOn(beyond, A_DAY_MILLIS)).isTrue();
        assertThat(beyond.expectedHigh()).isEqualTo(90);
        assertThat(beyond.expectedLow()).isEqualTo(10);
    }

    @Test
    void aValueThatIsMissingChangesNothing() {
        Detector detector = new LimitDetector(new Limits(10, 90, 5));

        assertThat(scores(detector, Double.NaN, 95, Double.NaN, Double.NEGATIVE_INFINITY, 50, Double.POSITIVE_INFINITY))
                .containsExactly(0, 1, 1, 1, 0, 0);
    }

    @Test
    void aRestoredDetectorGoesOn() {
        LimitDetector detector = new LimitDetector(new Limits(10, 90, 5));
        detector.score(0, new double[] {95});

        LimitDetector copy = LimitDetector.restore(detector.snapshot());

        assertThat(copy.snapshot()).isEqualTo(detector.snapshot());
        assertThat(scores(copy, 88, 84)).containsExactly(1, 0);
        assertThat(copy.limits()).isEqualTo(detector.limits());
        assertThatThrownBy(() -> LimitDetector.restore(Arrays.copyOf(detector.snapshot(), 9)))
                .isInstanceOf(UnreadableStateException.class);
    }

    @Test
    void limitsThatLeaveNoRoomAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(5, 5, 0))
                .withMessageContaining("5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(0, 5, 5))
                .withMessageContaining("deadband");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Limits(Double.NaN, 5, 1))
                .withMessageContaining("NaN");
    }

    static int[] scores(Detector detector, double... values) {
        int[] scores = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = (int) detector.score(i, new double[] {values[i]}).value();
        }
        return scores;
    }
}
