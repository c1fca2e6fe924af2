package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.history.DriftPoint;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Drift: the verdicts that the job stored, of each minute the worst. The asset drifts while any feature of any sensor does. What
 * was measured is not measured again: a rule of drift has no number that would change it.
 */
final class DriftReplay implements PastReplay {
    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final int MOST_COLUMNS = 50_000;

    private final DriftHistory history;
    private final AssetId asset;
    private final List<SensorId> sensors;

    DriftReplay(DriftHistory history, AssetId asset, List<SensorId> sensors) {
        this.history = history;
        this.asset = asset;
        this.sensors = List.copyOf(sensors);
    }

    private record Curve(SensorId sensor, DriftFeature feature) {}

    private record Point(Instant at, Curve curve, boolean drifting) {}

    @Override
    public long replay(TimeSpan span, RehearsalMonitor monitor, Consumer<Detection> told) {
        TimeSpan replayed = new TimeSpan(span.start().minus(LOOK_BACK), span.end());
        List<Point> points = points(replayed, monitor);
        Set<Curve> drifting = new HashSet<>();
        Instant opened = null;
        long judged = 0;
        for (Point point : points) {
            if (point.drifting()) {
                drifting.add(point.curve());
            } else {
                drifting.remove(point.curve());
            }
            if (opened == null && !drifting.isEmpty()) {
                opened = point.at();
                told.accept(message(
                        Detection.Phase.OPENED, opened, opened, point.curve().sensor()));
            } else if (opened != null && drifting.isEmpty()) {
                told.accept(message(
                        Detection.Phase.CLOSED,
                        opened,
                        point.at(),
                        point.curve().sensor()));
                opened = null;
            }
            judged += span.contains(point.at()) ? 1 : 0;
        }
        return judged;
    }

    private List<Point> points(TimeSpan span, RehearsalMonitor monitor) {
        int columns = (int) Math.max(1, Math.min(MOST_COLUMNS, span.length().toMinutes()));
        DriftFeature[] features = DriftFeature.values();
        ReplayProgress progress = new ReplayProgress(monitor, 0, (long) sensors.size() * features.length);
        List<Point> points = new ArrayList<>();
        long read = 0;
        for (SensorId sensor : sensors) {
            for (DriftFeature feature : features) {
                Curve curve = new Curve(sensor, feature);
                for (DriftPoint point : history.driftCurve(sensor, feature, span, columns)) {
                    points.add(new Point(point.at(), curve, point.drift().isDrifting()));
                }
                progress.look(++read);
            }
        }
        points.sort(Comparator.comparing(Point::at));
        return points;
    }

    private Detection message(Detection.Phase phase, Instant opened, Instant at, SensorId sensor) {
        return new Detection(
                DetectionId.of(Condition.Drift.NAME, new SensorId(asset, Condition.Drift.NAME), opened),
                asset,
                Condition.Drift.NAME,
                phase,
                opened,
                at,
                new TimeSpan(opened, at.plusMillis(1)),
                1,
                1,
                List.of(new Contribution(sensor, 1)));
    }

    @Override
    public String nothing(TimeSpan span) {
        return "No drift of " + asset + " was measured from " + span.start() + " to " + span.end()
                + "; it is measured once a model has been trained and has run for some hours.";
    }
}
