package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.chart.AlarmMark;
import dev.watchkeeper.app.chart.Lane;
import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;

/**
 * All that is known of one alarm.
 *
 * @param asset label of its asset
 * @param shares the sensors' shares in its score, the largest first
 * @param journal in the order in which it happened
 * @param picture the window that fired, with some time before and after, of the sensors with the largest shares
 */
public record AlarmDetail(
        Alarm alarm, String asset, List<Share> shares, List<JournalEntry> journal, TrendPicture picture) {
    private static final long LEAST_CONTEXT_MILLIS = 240_000;

    public AlarmDetail {
        shares = List.copyOf(shares);
        journal = List.copyOf(journal);
    }

    /** A sensor's share in the score, in [0, 1]. */
    public record Share(SensorId sensor, String label, double share) {}

    /** The sensors that are worth a lane. */
    public List<SensorId> sensors() {
        return picture.lanes().stream()
                .flatMap(lane -> lane.traces().stream())
                .map(trace -> trace.sensor().id())
                .toList();
    }

    /** The span of the picture. */
    public TimeSpan span() {
        return picture.viewport().span();
    }

    static TrendPicture picture(
            Alarm alarm, List<TraceLoader.Wanted> wanted, TraceLoader loader, Instant now, int columns) {
        Viewport viewport = Viewport.still(surroundings(alarm, now));
        return new TrendPicture(
                viewport,
                Lane.perSensor(loader.load(wanted, viewport.span(), columns)),
                List.of(AlarmMark.of(alarm)),
                alarm.window());
    }

    /** The window until the alarm opened, with as much time again before and after, but nothing to come. */
    static TimeSpan surroundings(Alarm alarm, Instant now) {
        Instant start = earlier(alarm.window().start(), alarm.openedAt());
        Instant fired = later(alarm.window().end(), alarm.openedAt());
        long context = Math.max(LEAST_CONTEXT_MILLIS, fired.toEpochMilli() - start.toEpochMilli());
        Instant end = later(fired, earlier(now, fired.plusMillis(context)));
        return new TimeSpan(start.minusMillis(context), end);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
