package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.detect.rule.RuleWatches;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.function.Consumer;

/** Limits and rates: every stored reading of the sensor through the watches that also judge in the job. */
final class SensorReplay implements PastReplay {
    private static final Duration LEAST_WARM_UP = Duration.ofHours(1);

    private final ReadingHistory history;
    private final Condition.OfSensor condition;

    SensorReplay(ReadingHistory history, Condition.OfSensor condition) {
        this.history = history;
        this.condition = condition;
    }

    @Override
    public long replay(TimeSpan span, RehearsalMonitor monitor, Consumer<Detection> told) {
        TimeSpan replayed = new TimeSpan(span.start().minus(warmUp()), span.end());
        long startMillis = span.start().toEpochMilli();
        ReplayProgress progress = new ReplayProgress(
                monitor, replayed.start().toEpochMilli(), replayed.end().toEpochMilli());
        RuleWatches watches = new RuleWatches(condition.asset());
        watches.update(RuleUpdate.watch(condition));
        long[] judged = {0};
        history.forEachReading(condition.sensor(), replayed, reading -> {
            long timeMillis = reading.time().toEpochMilli();
            progress.at(timeMillis);
            watches.judge(reading).forEach(told);
            if (timeMillis >= startMillis) {
                judged[0]++;
            }
        });
        return judged[0];
    }

    /** So that an episode of before is not taken for one that begins with the span. */
    private Duration warmUp() {
        Duration own = condition.delays().on().plus(condition.delays().off());
        if (condition instanceof Condition.RateOfChange rate) {
            own = own.plus(rate.over());
        }
        Duration twice = own.multipliedBy(2);
        return twice.compareTo(LEAST_WARM_UP) > 0 ? twice : LEAST_WARM_UP;
    }

    @Override
    public String nothing(TimeSpan span) {
        return condition.sensor() + " has no readings from " + span.start() + " to " + span.end()
                + "; choose a time in which it was recorded, or save the rule as it is.";
    }
}
