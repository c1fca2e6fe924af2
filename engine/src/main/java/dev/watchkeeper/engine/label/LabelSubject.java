package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a label is about: an alarm, or a span of some sensors.
 *
 * @param sensors in order and without doubles, all of the asset; empty where the whole asset is meant
 * @param span event time
 * @param alarmOrNull the alarm; null where a span was picked by hand
 */
public record LabelSubject(
        AssetId asset,
        List<SensorId> sensors,
        TimeSpan span,
        @Nullable AlarmId alarmOrNull) {
    private static final int BYTES = 10;

    /** @throws IllegalArgumentException when a sensor is of another asset, or the span is empty */
    public LabelSubject {
        sensors = sensors.stream().distinct().sorted().toList();
        for (SensorId sensor : sensors) {
            if (!sensor.asset().equals(asset)) {
                throw new IllegalArgumentException("sensor " + sensor + " is not of asset " + asset);
            }
        }
        if (span.start().equals(span.end())) {
            throw new IllegalArgumentException("a label on asset " + asset + " covers no time: " + span.start());
        }
    }

    /**
     * An alarm, with the whole asset, from the start of its window until its condition ended, at least 1 ms past its opening.
     *
     * @param now event time up to which an alarm that has not ended is labelled
     */
    public static LabelSubject of(Alarm alarm, Instant now) {
        Instant start = earlier(alarm.window().start(), alarm.openedAt());
        Instant fired = later(alarm.window().end(), alarm.openedAt());
        Instant end = later(alarm.closedAt().orElse(now), fired);
        return new LabelSubject(
                alarm.asset(),
                List.of(),
                new TimeSpan(start, later(end, alarm.openedAt().plusMillis(1))),
                alarm.id());
    }

    /** A span of an asset, or of some of its sensors. */
    public static LabelSubject span(AssetId asset, Collection<SensorId> sensors, TimeSpan span) {
        return new LabelSubject(asset, List.copyOf(sensors), span, null);
    }

    public Optional<AlarmId> alarm() {
        return Optional.ofNullable(alarmOrNull);
    }

    /**
     * Its name: that of the alarm, whatever its span has grown to meanwhile; else derived from asset, sensors and span, so
     * that labelling the same span again changes the label and adds none.
     */
    public LabelId id() {
        return alarmOrNull != null ? idOf(alarmOrNull) : new LabelId("span-" + digest());
    }

    /** The name of the label that an alarm has or may get. */
    public static LabelId idOf(AlarmId alarm) {
        return new LabelId("alarm-" + alarm.value());
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = asset + "\n" + sensors + "\n" + span.start() + "\n" + span.end();
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
