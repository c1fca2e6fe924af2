package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.drift.DriftReference;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.ReferencePart;
import dev.watchkeeper.engine.model.TrainedPart;
import dev.watchkeeper.engine.model.leakage.Fitted;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The watches of a model, ready to judge.
 *
 * @param sensors by the sensors' names
 * @param whole judges all sensors together; null where the model has no such part
 * @param references what drift is measured against, by the sensors' names
 */
public record RestoredModel(
        Map<String, SensorWatch> sensors, @Nullable AssetWatch whole, Map<String, DriftReference> references) {
    /**
     * Restores all parts of the kinds that judge, each without an open episode, or none.
     *
     * @throws UnusableModelException when there is no such part, or one cannot be restored or is of another sensor
     */
    public static RestoredModel of(ModelVersion model) throws UnusableModelException {
        Map<String, SensorWatch> sensors = new LinkedHashMap<>();
        Map<String, DriftReference> references = new LinkedHashMap<>();
        AssetWatch whole = null;
        for (TrainedPart part : model.parts()) {
            if (part.kind().equals(PartKind.NOVELTY)) {
                sensors.put(part.subject().name(), restored(model, part, () -> sensor(part)));
            } else if (part.kind().equals(PartKind.ASSET)) {
                whole = restored(model, part, () -> whole(part));
            }
        }
        for (ReferencePart part : model.references()) {
            references.put(part.sensor().name(), restored(model, part, () -> reference(part)));
        }
        if (sensors.isEmpty() && whole == null) {
            throw new UnusableModelException("Version " + model.number() + " of the model of " + model.asset()
                    + " has no part that this program can judge by; train it again.");
        }
        return new RestoredModel(sensors, whole, references);
    }

    private static SensorWatch sensor(TrainedPart part) {
        SensorWatch watch = SensorWatch.restore(part.snapshot());
        if (!watch.sensor().equals(part.subject())) {
            throw new IllegalArgumentException("it is of " + watch.sensor());
        }
        watch.takePlaceOf(null);
        return watch;
    }

    private static DriftReference reference(ReferencePart part) {
        DriftReference reference = part.restore();
        if (!reference.sensor().equals(part.sensor())) {
            throw new IllegalArgumentException("it is of " + reference.sensor());
        }
        return reference;
    }

    private static AssetWatch whole(TrainedPart part) {
        AssetWatch watch = AssetWatch.restore(part.snapshot());
        if (!watch.asset().equals(part.subject().asset())) {
            throw new IllegalArgumentException("it is of " + watch.asset());
        }
        watch.takePlaceOf(null);
        return watch;
    }

    private interface Restoring<T> {
        T restore();
    }

    private static <T> T restored(ModelVersion model, Fitted part, Restoring<T> restoring)
            throws UnusableModelException {
        try {
            return restoring.restore();
        } catch (RuntimeException e) {
            // Whoever trains elsewhere may put any bytes there, and no two kinds of nonsense fail alike.
            throw new UnusableModelException(
                    "In version " + model.number() + " of the model of " + model.asset() + " " + part.name()
                            + " cannot be restored (" + e.getMessage() + "); train it again.",
                    e);
        }
    }
}
