package dev.watchkeeper.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelVersionTest {
    @Test
    void sumsUpWhatWasMeasured() {
        ModelSummary summary = Models.example().summary();

        assertThat(summary).isEqualTo(new ModelSummary(16 / 24.0, 0.1 * 16 / 24.0, 1, 2));
        assertThat(summary.episodesPerDay()).hasValue(3);
    }

    @Test
    void findsAPart() {
        ModelVersion model = Models.example();

        assertThat(model.part(PartKind.NOVELTY, SensorId.of("P-101", "flow")))
                .contains(model.parts().get(0));
        assertThat(model.part(PartKind.NOVELTY, SensorId.of("P-101", "speed"))).isEmpty();
    }

    @Test
    void nothingIsObservedWhereNothingWasMeasured() {
        PartMetrics none = new PartMetrics(Duration.ZERO, 0, 0, List.of(new RateCheck(0.1, 0)));

        assertThat(none.observedPerDay()).isEmpty();
        assertThat(none.episodesPerDay()).isEmpty();
    }

    @Test
    void aSnapshotCannotBeChangedFromOutside() {
        TrainedPart part = Models.example().parts().get(0);

        part.snapshot()[0] = 99;

        assertThat(part).isEqualTo(Models.example().parts().get(0));
    }

    @Test
    void refusesThePartOfAnotherAsset() {
        ModelVersion model = Models.example();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(model, new AssetId("P-102"), model.parts()))
                .withMessage("P-101/flow in the model of P-102 is of another asset");
    }

    @Test
    void refusesAPartThatIsThereTwice() {
        ModelVersion model = Models.example();
        List<TrainedPart> twice = new ArrayList<>(model.parts());
        twice.addAll(model.parts());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> copy(model, model.asset(), twice))
                .withMessage("the model of P-101 has twice: novelty=P-101/flow");
    }

    @Test
    void refusesAModelWithoutParts() {
        ModelVersion model = Models.example();

        assertThatIllegalArgumentException().isThrownBy(() -> copy(model, model.asset(), List.of()));
    }

    private static ModelVersion copy(ModelVersion model, AssetId asset, List<TrainedPart> parts) {
        return new ModelVersion(
                asset,
                model.number(),
                model.trainedAt(),
                model.split(),
                model.sensitivity(),
                parts,
                model.scalers(),
                model.grades(),
                model.leakage());
    }
}
