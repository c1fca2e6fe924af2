package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Drift in the database of {@link QuestDbHistory}: a row for each feature of a report. */
final class QuestDbDrift implements DriftHistory {
    private final SensorTable<DriftRow> rows;
    private final Consumer<Runnable> whileOpen;

    /** @param whileOpen runs what needs the database to stay open, or fails where it is closed */
    QuestDbDrift(HistoryEngine engine, Consumer<Runnable> whileOpen) {
        this.whileOpen = whileOpen;
        rows = new SensorTable<>(
                engine.engine(), engine.applier(), HistoryEngine.DRIFT, (row, drift) -> drift.write(row));
    }

    @Override
    public void addDrift(List<DriftReport> reports) {
        List<DriftRow> added = new ArrayList<>();
        for (DriftReport report : reports) {
            QuestDbHistory.check(report.sensor(), report.at());
            report.features().forEach(drift -> added.add(DriftRow.of(report, drift)));
        }
        whileOpen.accept(() -> rows.add(added, DriftRow::key, DriftRow::timeMillis));
    }

    @Override
    public List<DriftPoint> driftCurve(SensorId sensor, DriftFeature feature, TimeSpan span, int columns) {
        ColumnGrid grid = new ColumnGrid(span, columns);
        DriftKey key = new DriftKey(sensor, feature);
        Map<Integer, DriftPoint> worst = new TreeMap<>();
        whileOpen.accept(() -> rows.scan(key, grid.startMillis(), grid.endMillis(), partition -> {
            DriftRow.Reader reader = new DriftRow.Reader(key, partition);
            return (row, timeMillis) -> {
                DriftRow read = reader.read(row, timeMillis);
                worst.merge(
                        grid.column(timeMillis),
                        new DriftPoint(read.window().end(), read.drift()),
                        (a, b) -> b.drift().score() > a.drift().score() ? b : a);
            };
        }));
        return List.copyOf(worst.values());
    }

    @Override
    public List<DriftReport> latestDrift(AssetId asset) {
        Map<SensorId, List<DriftRow>> bySensor = new TreeMap<>();
        whileOpen.accept(() -> {
            for (String text : rows.keys(DriftKey.prefix(asset))) {
                DriftKey.parse(text)
                        .ifPresent(key -> rows.newest(key, partition -> {
                            DriftRow.Reader reader = new DriftRow.Reader(key, partition);
                            return (row, timeMillis) -> bySensor.computeIfAbsent(
                                            key.sensor(), sensor -> new ArrayList<>())
                                    .add(reader.read(row, timeMillis));
                        }));
            }
        });
        return bySensor.values().stream().map(QuestDbDrift::newest).toList();
    }

    /** The newest report of one sensor, from the newest row of each of its features. */
    private static DriftReport newest(List<DriftRow> newestRows) {
        DriftRow newest = newestRows.stream()
                .max(Comparator.comparingLong(DriftRow::timeMillis))
                .orElseThrow();
        List<FeatureDrift> features = newestRows.stream()
                .filter(row -> row.timeMillis() == newest.timeMillis())
                .map(DriftRow::drift)
                .sorted(Comparator.comparing(FeatureDrift::feature))
                .toList();
        return new DriftReport(newest.sensor(), newest.window(), newest.reference(), features);
    }
}
