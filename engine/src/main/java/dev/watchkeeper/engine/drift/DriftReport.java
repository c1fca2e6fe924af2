package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far one sensor has moved away from its reference, at one moment.
 *
 * @param window from the first to just after the last reading of the current windows; its end names the moment
 * @param reference what the current windows are compared with: the span that the model was trained on
 * @param features one for each feature that the reference knows, in the order of {@link DriftFeature}
 */
public record DriftReport(SensorId sensor, TimeSpan window, TimeSpan reference, List<FeatureDrift> features) {
    private static final Comparator<FeatureDrift> WORST =
            Comparator.comparing(FeatureDrift::stage).thenComparingDouble(FeatureDrift::score);

    /** @throws IllegalArgumentException when a feature is there twice */
    public DriftReport {
        features = List.copyOf(features);
        Set<DriftFeature> seen = new HashSet<>();
        for (FeatureDrift drift : features) {
            if (!seen.add(drift.feature())) {
                throw new IllegalArgumentException(
                        "report of " + sensor + " has twice: " + drift.feature().code());
            }
        }
    }

    /** The moment of which it tells; with the sensor it names the report. */
    public Instant at() {
        return window.end();
    }

    public Optional<FeatureDrift> feature(DriftFeature feature) {
        return features.stream().filter(drift -> drift.feature() == feature).findFirst();
    }

    /** The worst feature: by stage, then by score; empty when there is none. */
    public Optional<FeatureDrift> worst() {
        return features.stream().max(WORST);
    }

    /** The worst stage of any feature. */
    public DriftStage stage() {
        return worst().map(FeatureDrift::stage).orElse(DriftStage.STEADY);
    }
}
