package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.detect.AssetEpisodes;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.detect.rule.RuleWatches;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.model.deploy.RestoredModel;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Anomalies: every stored reading of the asset, merged in event time, through the watches, episodes and delays that also run in the
 * job. They begin a day before the span, from the champion's trained state where there is one, else having learned nothing.
 */
final class AssetReplay implements PastReplay {
    private static final Duration WARM_UP = Duration.ofDays(1);
    /** So much is merged at a time. */
    private static final Duration BIT = Duration.ofHours(1);

    private final ReadingHistory history;
    private final Condition.Anomaly condition;
    private final List<SensorId> sensors;
    private final Sensitivity sensitivity;
    private final Map<String, SensorWatch> watches = new HashMap<>();
    private final @Nullable AssetWatch whole;
    private final AssetEpisodes episodes = new AssetEpisodes();
    private final RuleWatches rules;

    /**
     * For one replay.
     *
     * @param sensitivity of watches that learn as they go
     * @param championOrNull freshly restored; null where no model is deployed
     */
    AssetReplay(
            ReadingHistory history,
            Condition.Anomaly condition,
            List<SensorId> sensors,
            Sensitivity sensitivity,
            @Nullable RestoredModel championOrNull) {
        this.history = history;
        this.condition = condition;
        this.sensors = List.copyOf(sensors);
        this.sensitivity = sensitivity;
        if (championOrNull != null) {
            watches.putAll(championOrNull.sensors());
        }
        AssetWatch trained = championOrNull == null ? null : championOrNull.whole();
        whole = trained == null && sensors.size() > 1
                ? new AssetWatch(condition.asset(), this.sensors, sensitivity)
                : trained;
        rules = new RuleWatches(condition.asset());
        rules.update(RuleUpdate.watch(condition));
    }

    @Override
    public long replay(TimeSpan span, RehearsalMonitor monitor, Consumer<Detection> told) {
        Instant start = span.start().minus(WARM_UP);
        ReplayProgress progress =
                new ReplayProgress(monitor, start.toEpochMilli(), span.end().toEpochMilli());
        long judged = 0;
        for (Instant from = start; from.isBefore(span.end()); from = from.plus(BIT)) {
            Instant to = from.plus(BIT).isBefore(span.end()) ? from.plus(BIT) : span.end();
            for (Reading reading : merged(new TimeSpan(from, to))) {
                progress.at(reading.time().toEpochMilli());
                judge(reading, told);
                judged += reading.time().isBefore(span.start()) ? 0 : 1;
            }
        }
        return judged;
    }

    private List<Reading> merged(TimeSpan bit) {
        List<Reading> readings = new ArrayList<>();
        for (SensorId sensor : sensors) {
            history.forEachReading(sensor, bit, readings::add);
        }
        readings.sort(Comparator.comparing(Reading::time));
        return readings;
    }

    private void judge(Reading reading, Consumer<Detection> told) {
        SensorId sensor = reading.sensor();
        long timeMillis = reading.time().toEpochMilli();
        SensorWatch watch = watches.computeIfAbsent(sensor.name(), name -> new SensorWatch(sensor, sensitivity));
        tell(watch.judge(timeMillis, reading.value()), told);
        if (whole != null && whole.watches(sensor)) {
            whole.take(sensor, timeMillis, reading.value()).ifPresent(sample -> tell(sample.verdict(), told));
        }
        rules.judge(reading).forEach(told);
    }

    private void tell(Verdict verdict, Consumer<Detection> told) {
        for (Detection detection : verdict.detections()) {
            episodes.take(detection).ifPresent(joined -> rules.delay(joined).forEach(told));
        }
    }

    @Override
    public String nothing(TimeSpan span) {
        return "No sensor of " + condition.asset() + " has readings from " + span.start() + " to " + span.end()
                + "; choose a time in which it was recorded, or save the rule as it is.";
    }
}
