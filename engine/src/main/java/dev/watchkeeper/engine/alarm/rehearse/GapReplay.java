package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Missing data: the gaps between stored readings. Live, the clock decides; here it is event time, since nobody keeps when a
 * reading arrived. Live, it is also a state of the device and no alarm: what comes out here is how often that state would have
 * been shown.
 */
final class GapReplay implements PastReplay {
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    private final ReadingHistory history;
    private final Condition.MissingData condition;

    GapReplay(ReadingHistory history, Condition.MissingData condition) {
        this.history = history;
        this.condition = condition;
    }

    @Override
    public long replay(TimeSpan span, RehearsalMonitor monitor, Consumer<Detection> told) {
        TimeSpan replayed = new TimeSpan(span.start().minus(LOOK_BACK.plus(condition.after())), span.end());
        ReplayProgress progress = new ReplayProgress(
                monitor, replayed.start().toEpochMilli(), replayed.end().toEpochMilli());
        @Nullable Instant[] last = {null};
        long[] judged = {0};
        history.forEachReading(condition.sensor(), replayed, reading -> {
            progress.at(reading.time().toEpochMilli());
            Instant before = last[0];
            if (before != null && isGap(before, reading.time())) {
                gap(before, reading.time(), told);
            }
            last[0] = reading.time();
            judged[0]++;
        });
        Instant end = last[0];
        if (end != null && isGap(end, span.end())) {
            told.accept(message(Detection.Phase.OPENED, end.plus(condition.after()), end.plus(condition.after())));
        }
        return judged[0];
    }

    private boolean isGap(Instant from, Instant to) {
        return Duration.between(from, to).compareTo(condition.after()) > 0;
    }

    private void gap(Instant from, Instant to, Consumer<Detection> told) {
        Instant opened = from.plus(condition.after());
        told.accept(message(Detection.Phase.OPENED, opened, opened));
        told.accept(message(Detection.Phase.CLOSED, opened, to));
    }

    private Detection message(Detection.Phase phase, Instant opened, Instant at) {
        return new Detection(
                DetectionId.of(condition.name(), condition.sensor(), opened),
                condition.asset(),
                condition.name(),
                phase,
                opened,
                at,
                new TimeSpan(opened.minus(condition.after()), at.plusMillis(1)),
                1,
                0,
                List.of(new Contribution(condition.sensor(), 1)));
    }

    @Override
    public String nothing(TimeSpan span) {
        return condition.sensor() + " has sent nothing in the day before " + span.end()
                + "; choose a time in which it was recorded.";
    }
}
