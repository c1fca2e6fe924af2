package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;

/**
 * Drift over time. Thread-safe.
 *
 * <p>Adding what is already there changes nothing: a point is named by sensor, feature and time, the last one written wins.
 */
public interface DriftHistory {
    /** Adds reports, in any order. When it returns, they survive the end of the process. */
    void addDrift(List<DriftReport> reports);

    /**
     * The drift curve of a feature over a span.
     *
     * @param columns how many columns of equal length the span is cut into, at least 1
     * @return of each column that holds any the point with the highest score, in the order of time
     */
    List<DriftPoint> driftCurve(SensorId sensor, DriftFeature feature, TimeSpan span, int columns);

    /** The newest report of each sensor of an asset that has any, by sensor. */
    List<DriftReport> latestDrift(AssetId asset);
}
