package dev.watchkeeper.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.signal.Unit;
import org.junit.jupiter.api.Test;

class ModelWordsTest {
    @Test
    void aChangeIsSaidWithDirectionAndSize() {
        assertThat(ModelWords.change(drift(DriftDirection.ROSE, 2.31, 0.3))).isEqualTo("rose by 2.3 spreads");
        assertThat(ModelWords.change(drift(DriftDirection.FELL, -0.5, 0.3))).isEqualTo("fell by 0.5 spreads");
        assertThat(ModelWords.change(drift(DriftDirection.WIDER, 1, 0.3))).isEqualTo("wider, 1.0 spreads");
        assertThat(ModelWords.change(drift(DriftDirection.ROSE, Double.NaN, 0.3)))
                .isEqualTo("rose");
        assertThat(ModelWords.changeInShort(drift(DriftDirection.FELL, -0.5, 0.3)))
                .isEqualTo("fell 0.5");
    }

    @Test
    void thePopulationStabilityIndexIsJudgedByConvention() {
        assertThat(ModelWords.psi(drift(DriftDirection.ROSE, 1, 0.09))).isEqualTo("0.09");
        assertThat(ModelWords.psi(drift(DriftDirection.ROSE, 1, 0.1))).isEqualTo("0.10 watch");
        assertThat(ModelWords.psi(drift(DriftDirection.ROSE, 1, 0.2))).isEqualTo("0.20 act");
        assertThat(ModelWords.psi(drift(DriftDirection.ROSE, 1, Double.NaN))).isEqualTo("–");
    }

    @Test
    void levelsHaveTheUnitOfTheirFeature() {
        FeatureDrift drift = drift(DriftDirection.FELL, -1, 0.3);

        assertThat(ModelWords.levels(drift) + ModelWords.levelUnit(drift, new Unit("bar")))
                .isEqualTo("4.62 → 4.31 bar");
    }

    private static FeatureDrift drift(DriftDirection direction, double size, double psi) {
        return new FeatureDrift(
                DriftFeature.MEAN,
                new FeatureLevel(4.62, 0.1),
                new FeatureLevel(4.31, 0.1),
                DriftStatistic.NONE,
                new DriftStatistic(psi, 0.2),
                new DistributionDistance(
                        DistributionDistance.Kind.KOLMOGOROV_SMIRNOV, new DriftStatistic(0.4, 0.3), 0.001),
                direction,
                size,
                DriftStage.STEADY,
                null);
    }
}
