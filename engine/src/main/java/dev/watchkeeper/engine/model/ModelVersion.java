package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import dev.watchkeeper.engine.model.leakage.LeakageVerdict;
import dev.watchkeeper.engine.model.scale.RobustScaler;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A trained model of an asset. Never changes: what is trained again is another version.
 *
 * @param number from 1 on; later versions of an asset have higher numbers
 * @param parts at least one, and one at most for each kind and subject
 * @param scalers what was usual in training, one at most for each sensor
 * @param grades one for each sensor of the asset, in the asset's order
 * @param references what drift is measured against, one at most for each sensor
 */
public record ModelVersion(
        AssetId asset,
        int number,
        Instant trainedAt,
        TimeSplit split,
        Sensitivity sensitivity,
        List<TrainedPart> parts,
        List<RobustScaler> scalers,
        List<SensorGrade> grades,
        LeakageVerdict leakage,
        List<ReferencePart> references) {
    /** @throws IllegalArgumentException when a part, scaler, grade or reference is there twice or of another asset, or there is no part */
    public ModelVersion {
        parts = List.copyOf(parts);
        scalers = List.copyOf(scalers);
        grades = List.copyOf(grades);
        references = List.copyOf(references);
        if (number < 1 || parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "version " + number + " of the model of " + asset + " has " + parts.size() + " parts");
        }
        Set<Object> seen = new HashSet<>();
        parts.forEach(part -> check(asset, part.subject(), Map.entry(part.kind(), part.subject()), seen));
        scalers.forEach(scaler -> check(asset, scaler.sensor(), Map.entry("scaler", scaler.sensor()), seen));
        grades.forEach(grade -> check(asset, grade.sensor(), Map.entry("grade", grade.sensor()), seen));
        references.forEach(
                reference -> check(asset, reference.sensor(), Map.entry("drift reference", reference.sensor()), seen));
    }

    /** A version that drift is not measured against. */
    public ModelVersion(
            AssetId asset,
            int number,
            Instant trainedAt,
            TimeSplit split,
            Sensitivity sensitivity,
            List<TrainedPart> parts,
            List<RobustScaler> scalers,
            List<SensorGrade> grades,
            LeakageVerdict leakage) {
        this(asset, number, trainedAt, split, sensitivity, parts, scalers, grades, leakage, List.of());
    }

    /** The same under another number: what an installation makes of a version that it imports. */
    public ModelVersion numbered(int other) {
        return new ModelVersion(
                asset, other, trainedAt, split, sensitivity, parts, scalers, grades, leakage, references);
    }

    /** The same with other parts, such as those that have gone on. */
    public ModelVersion withParts(List<TrainedPart> others) {
        return new ModelVersion(
                asset, number, trainedAt, split, sensitivity, others, scalers, grades, leakage, references);
    }

    private static void check(AssetId asset, SensorId subject, Object key, Set<Object> seen) {
        if (!subject.asset().equals(asset)) {
            throw new IllegalArgumentException(subject + " in the model of " + asset + " is of another asset");
        }
        if (!seen.add(key)) {
            throw new IllegalArgumentException("the model of " + asset + " has twice: " + key);
        }
    }

    /** What it was trained on. */
    public TimeSpan trainedOn() {
        return split.train();
    }

    public Optional<TrainedPart> part(PartKind kind, SensorId subject) {
        return parts.stream()
                .filter(part -> part.kind().equals(kind) && part.subject().equals(subject))
                .findFirst();
    }

    /** What was measured of all parts together. */
    public ModelSummary summary() {
        return ModelSummary.of(parts);
    }
}
