package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The verdict on an asset: what its sensors' newest reports say together. Immutable.
 *
 * @param asset whose sensors it joins
 * @param findings every feature of every sensor that is not steady, the worst first: by stage, then by score
 */
public record AssetDrift(AssetId asset, List<Finding> findings) {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(
                    (Finding finding) -> finding.drift().stage())
            .thenComparingDouble(finding -> finding.drift().score())
            .reversed()
            .thenComparing(Finding::sensor)
            .thenComparing(finding -> finding.drift().feature());

    /** A feature of one of the asset's sensors. */
    public record Finding(SensorId sensor, FeatureDrift drift) {}

    public AssetDrift {
        findings = findings.stream().sorted(WORST_FIRST).toList();
    }

    /**
     * Joins reports. Those of other assets are left out; of several of one sensor the newest counts.
     *
     * @param reports in any order
     */
    public static AssetDrift of(AssetId asset, Collection<DriftReport> reports) {
        Map<SensorId, DriftReport> newest = new HashMap<>();
        for (DriftReport report : reports) {
            if (report.sensor().asset().equals(asset)) {
                newest.merge(report.sensor(), report, (a, b) -> a.at().isAfter(b.at()) ? a : b);
            }
        }
        return new AssetDrift(
                asset,
                newest.values().stream()
                        .flatMap(report -> report.features().stream()
                                .filter(drift -> drift.stage() != DriftStage.STEADY)
                                .map(drift -> new Finding(report.sensor(), drift)))
                        .toList());
    }

    /** The worst stage of any feature; an asset drifts when one of its sensors does. */
    public DriftStage stage() {
        return findings.isEmpty() ? DriftStage.STEADY : findings.get(0).drift().stage();
    }

    /** The features that are drifting, the worst first. */
    public List<Finding> drifting() {
        return findings.stream().filter(finding -> finding.drift().isDrifting()).toList();
    }

    /** The sensors that are drifting, the worst first. */
    public List<SensorId> driftingSensors() {
        return drifting().stream().map(Finding::sensor).distinct().toList();
    }

    /** When the first of the drifting features began; empty when none is drifting. */
    public Optional<Instant> since() {
        return drifting().stream()
                .map(finding -> finding.drift().sinceOrNull())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }
}
