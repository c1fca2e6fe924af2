package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.history.DriftPoint;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Drift in memory. */
public final class FakeDriftHistory implements DriftHistory {
    private final List<DriftReport> reports = new ArrayList<>();

    @Override
    public synchronized void addDrift(List<DriftReport> added) {
        reports.addAll(added);
    }

    @Override
    public synchronized List<DriftPoint> driftCurve(SensorId sensor, DriftFeature feature, TimeSpan span, int columns) {
        return reports.stream()
                .filter(report -> report.sensor().equals(sensor) && span.contains(report.at()))
                .sorted(Comparator.comparing(DriftReport::at))
                .flatMap(report -> report.feature(feature).stream().map(drift -> new DriftPoint(report.at(), drift)))
                .toList();
    }

    @Override
    public synchronized List<DriftReport> latestDrift(AssetId asset) {
        Map<SensorId, DriftReport> newest = new TreeMap<>();
        reports.stream()
                .filter(report -> report.sensor().asset().equals(asset))
                .forEach(report -> newest.merge(
                        report.sensor(), report, (one, other) -> one.at().isAfter(other.at()) ? one : other));
        return Stream.of(newest.values().toArray(DriftReport[]::new)).toList();
    }
}
