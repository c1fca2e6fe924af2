package dev.watchkeeper.engine.detect.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.DetectorContract;
import dev.watchkeeper.engine.detect.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestVoterTest extends DetectorContract {
    @Override
    protected Detector fresh() {
        return new ForestVoter(4);
    }

    @Override
    protected Detector restored(byte[] snapshot) {
        return ForestVoter.restore(snapshot);
    }

    @Override
    protected int mostSnapshotBytes() {
        return 5 * 1_024 + 4 * (600 + (8 + 4) * ForestVoter.TRAINING_SAMPLES);
    }

    @Override
    protected String fixture() {
        return "forest-voter-4-v1.bin";
    }

    @Override
    protected double tolerance() {
        return 1e-3;
    }

    @Override
    protected double highestOfNormal() {
        return 0.8;
    }

    @Test
    void aFaultThatStaysIsNotTakenIn() {
        double[][] recording = Plant.shifted(Plant.recording(3_000, 4, 8), 1, 1_000, 3_000, 12 * Plant.deviation(1));

        List<Score> scores = scores(new ForestVoter(4), recording);

        assertThat(scores.subList(1_050, 3_000))
                .allSatisfy(score -> assertThat(score.value()).isGreaterThanOrEqualTo(AssetDetector.ABNORMAL));
    }

    @Test
    void normalOperationIsMostlyInside() {
        List<Score> scores = scores(new ForestVoter(4), Plant.recording(5_000, 4, 8));

        long abnormal = scores.stream()
                .filter(score -> score.value() >= AssetDetector.ABNORMAL)
                .count();
        assertThat(abnormal).isLessThan(500);
    }
}
