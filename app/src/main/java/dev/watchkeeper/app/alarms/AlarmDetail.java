package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelChange;
import dev.watchkeeper.engine.label.SimilarAlarm;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one alarm.
 *
 * @param asset label of its asset
 * @param source what the screen calls the source that raised it
 * @param shares the sensors' shares in its score, the largest first
 * @param parts the comparisons of which the score is made, the largest first; empty where that is not known
 * @param earlier when sensors were last like that, the most important first
 * @param similar earlier alarms that are like it, the most similar first
 * @param journal in the order in which it happened
 * @param labelOrNull what it is said to be; null while nobody has said
 * @param labelling all that was ever said and taken back, in order
 * @param picture the window that fired, with some time before and after, of the sensors with the largest shares
 */
public record AlarmDetail(
        Alarm alarm,
        String asset,
        String source,
        List<Share> shares,
        List<Part> parts,
        List<Earlier> earlier,
        List<SimilarAlarm> similar,
        List<JournalEntry> journal,
        @Nullable Label labelOrNull,
        List<LabelChange> labelling,
        TrendPicture picture) {
    private static final long LEAST_CONTEXT_MILLIS = 240_000;

    public AlarmDetail {
        shares = List.copyOf(shares);
        parts = List.copyOf(parts);
        earlier = List.copyOf(earlier);
        similar = List.copyOf(similar);
        journal = List.copyOf(journal);
        labelling = List.copyOf(labelling);
    }

    /** A sensor's share in the score, in [0, 1]. */
    public record Share(SensorId sensor, String label, double share) {}

    /**
     * A part of the score.
     *
     * @param label of its sensor
     * @param score its share of the score; all of them add up to the alarm's score
     */
    public record Part(String label, ScorePart part, double score) {}

    /** When a sensor was last like that. */
    public record Earlier(Sensor sensor, EarlierWindow window) {}

    public Optional<Label> label() {
        return Optional.ofNullable(labelOrNull);
    }

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
