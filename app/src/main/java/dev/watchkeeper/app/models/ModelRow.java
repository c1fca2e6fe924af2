package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.model.desk.Deployment;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.desk.TrainingState;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** An asset and how its models stand. */
record ModelRow(Asset asset, ModelCard card) {
    private static final Comparator<ModelRow> WORST_FIRST = Comparator.comparing(ModelRow::attention)
            .thenComparing(row -> row.asset.label())
            .thenComparing(ModelRow::id);

    /** All assets, those that want most attention first. Any thread. */
    static List<ModelRow> read(Models models, Assets assets) {
        return assets.all().stream()
                .map(asset -> new ModelRow(asset, models.card(asset.id())))
                .sorted(WORST_FIRST)
                .toList();
    }

    AssetId id() {
        return asset.id();
    }

    String label() {
        return asset.label();
    }

    String sensorLabel(SensorId id) {
        return asset.sensor(id).map(Sensor::label).orElse(id.name());
    }

    Attention attention() {
        if (card.champion().trouble().isPresent()
                || card.challenger().flatMap(Deployment::trouble).isPresent()) {
            return Attention.TROUBLE;
        }
        if (card.drift().stage() == DriftStage.DRIFTING) {
            return Attention.DRIFTING;
        }
        if (card.training() instanceof TrainingState.Failed) {
            return Attention.FAILED;
        }
        if (card.proposal().isPresent()) {
            return Attention.ADVISED;
        }
        if (card.challenger().isPresent()) {
            return Attention.CHALLENGED;
        }
        if (card.training().isRunning()) {
            return Attention.TRAINING;
        }
        return card.drift().stage() == DriftStage.CHANGED ? Attention.CHANGED : Attention.NONE;
    }

    /** What the list says of its versions. */
    String versions() {
        String champion =
                card.champion().isTrained() ? "Version " + card.champion().number() : "Learns as it goes";
        return card.challenger()
                .map(challenger -> champion + ", " + challenger.number() + " in shadow")
                .orElse(champion);
    }

    /** How far a training is; empty when none runs. */
    OptionalDouble progress() {
        return card.training() instanceof TrainingState.Running running
                ? OptionalDouble.of(running.done())
                : OptionalDouble.empty();
    }
}
